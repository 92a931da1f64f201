package org.dovetail.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installs and uninstalls plugins while everything else goes on; a service.
 *
 * <p>Versions live side by side: a new one is installed beside the old one, and none is ever updated
 * in place. A plugin's file may be changed or deleted afterwards: a copy is in use.
 *
 * <p><b>Threads.</b> Any number of threads may call it; changes come one after another.
 *
 * @since 1.0
 */
@ProviderType
public interface Plugins {

    /** Returns the plugins, in the order of name and version. */
    List<Plugin> installed();

    /**
     * Installs a set of plugins: all of it, or nothing. Every file is looked at and the set is
     * resolved as a whole before anything of it starts, so the order of the files never matters.
     *
     * @param files jars, or folders with jars
     * @return what is new
     * @throws TaskException with one line for each thing that is wrong: a file that is no readable
     *     bundle or needs another Java; other bytes under a name and version that are known already
     *     ({@code INVALID_CONFIGURATION}); something that is needed and not there ({@code
     *     NO_SUCH_ALGORITHM})
     */
    PluginSet install(List<Path> files);

    /**
     * Returns the plugin of a name.
     *
     * @param selector the symbolic name, or the name of one of its algorithms; {@code @} and a
     *     version if several are installed
     * @throws TaskException with {@code NO_SUCH_ALGORITHM} if there is none, or several
     */
    Plugin find(String selector);

    /**
     * Uninstalls a plugin: new trees no longer choose it; when its last lease has ended it is
     * uninstalled, and nothing else is restarted.
     *
     * @param plugin the plugin
     * @param limit how long to wait for leases; it goes later if they last longer
     * @return who holds it up, if anybody does
     * @throws TaskException with {@code INVALID_CONFIGURATION} if it is no plugin, or if others are
     *     wired to it
     */
    Removal uninstall(Plugin plugin, Duration limit);

    /**
     * Keeps a plugin that was to go, if it is still there.
     *
     * @param plugin the plugin
     */
    void keep(Plugin plugin);

    /**
     * Follows a folder: jars put there are installed, jars taken away are uninstalled. The content
     * is taken as one set, when no file has changed for a while; a file that is no bundle is left
     * out and told of.
     *
     * @param folder the folder
     * @param quiet how long no file must have changed
     * @param news told what was done, for a person, one line each
     * @return closed to follow it no more; what was installed stays
     * @throws TaskException with {@code INVALID_CONFIGURATION} if there is no such folder
     */
    Registration watch(Path folder, Duration quiet, Consumer<String> news);

    /**
     * Has somebody told after each change, on the thread that made it.
     *
     * @param listener told
     * @return closed when there is nobody to tell any more
     */
    Registration whenChanged(Runnable listener);

    /** Ends what was begun. */
    @ProviderType
    interface Registration extends AutoCloseable {

        @Override
        void close();
    }
}
