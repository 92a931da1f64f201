package org.dovetail.runtime;

import java.util.List;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.TaskTree;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A live tree with a name, and all that it ever was.
 *
 * <p>Work in flight ends on the generation that it began with; new work gets the newest. Except in
 * slots that are {@linkplain #follow followed}, no version changes unless somebody asks: what is
 * installed meanwhile is taken by {@link #swap} only. A change that fails changes nothing.
 *
 * <p><b>Threads.</b> Any number of threads may call it; changes come one after another.
 *
 * @param <R> the role of the root
 * @since 1.0
 */
@ProviderType
public interface NamedTree<R> {

    /** Returns the name. */
    String name();

    /** Returns the role of the root. */
    Class<R> role();

    /** Returns the generation that new work gets. */
    Generation current();

    /** Returns all generations, the oldest first. */
    List<Generation> generations();

    /**
     * Returns a generation by its number or name.
     *
     * @param which the number or the name
     * @throws TaskException with {@code INVALID_CONFIGURATION} if there is none
     */
    Generation generation(String which);

    /** Returns the tree itself, for its {@linkplain TaskTree#task() root} and its timings. */
    TaskTree<R> tree();

    /**
     * Returns the root as of now, to be held for the whole of a piece of work.
     *
     * @param holder who holds it, such as {@code run 3}
     */
    Lease<R> lease(String holder);

    /**
     * Returns the generation of a lease.
     *
     * @param lease a lease on this tree
     */
    Generation generation(Lease<R> lease);

    /**
     * Gives a slot another algorithm; settings of all others stay as they are.
     *
     * @param slot its path, or the end of one
     * @param selector the algorithm, optionally with {@code @} and a version or a range
     * @param who who asks
     * @return what came of it
     * @throws TaskException as {@link org.dovetail.assembly.plan.Resolution#plan} has it, or as from
     *     {@link org.dovetail.assembly.TaskTrees#build}
     */
    Change retarget(String slot, String selector, String who);

    /**
     * Sets one value.
     *
     * @param assignment such as {@code background.mesh.boxSize=32}
     * @param who who asks
     * @return what came of it
     * @throws TaskException as from {@link #retarget}
     */
    default Change set(String assignment, String who) {
        return set(List.of(assignment), who);
    }

    /**
     * Sets values that owe each other something: all of them or none.
     *
     * @param assignments such as {@code background.mesh.boxSize=32}; a later one wins
     * @param who who asks
     * @return what came of it
     * @throws TaskException as from {@link #retarget}
     */
    Change set(List<String> assignments, String who);

    /**
     * Reads again the files that the tree was opened with; what was changed since, by {@link #set}
     * and {@link #retarget}, stays on top of them. Without it no file is looked at twice.
     *
     * @param who who asks
     * @return what came of it
     * @throws TaskException as from {@link #retarget}; also for a file that is gone
     */
    Change reload(String who);

    /**
     * Takes what is installed now: the highest version that each slot's range allows.
     *
     * @param slots the slots to look at, by path or the end of one; empty for all
     * @param who who asks
     * @return what came of it
     * @throws TaskException as from {@link #retarget}
     */
    Change swap(List<String> slots, String who);

    /**
     * Goes back to an earlier generation: the same algorithms in the same versions, with the same
     * settings.
     *
     * @param which its number or name
     * @param who who asks
     * @return what came of it
     * @throws TaskException with {@code NO_SUCH_ALGORITHM} that names what is not installed any more
     */
    Change rollback(String which, String who);

    /**
     * Names a generation.
     *
     * @param which its number or present name
     * @param name the name
     * @throws TaskException with {@code INVALID_CONFIGURATION} if another one has that name
     */
    void name(String which, String name);

    /**
     * Has newer versions taken as they are installed, or not any more.
     *
     * @param slot the slot by path or the end of one; empty for the whole tree
     * @param follow whether to follow
     * @param who who asks
     * @return what came of it, if something newer is there already
     */
    Change follow(String slot, boolean follow, String who);

    /** Returns the slots that are followed; an empty path stands for the whole tree. */
    List<String> followed();

    /**
     * Tells why a slot has the algorithm that it has.
     *
     * @param slot its path, or the end of one
     * @throws TaskException with {@code INVALID_CONFIGURATION} if there is none, or several
     */
    SlotExplanation explain(String slot);
}
