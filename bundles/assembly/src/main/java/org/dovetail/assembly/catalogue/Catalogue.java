package org.dovetail.assembly.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dovetail.task.TaskException;

/**
 * The roles and algorithms that were installed at one moment.
 *
 * @since 1.0
 */
public final class Catalogue {

    private final List<RoleDescription> roles;
    private final List<AlgorithmDescription> algorithms;
    private final List<Rejection> rejections;
    private final Function<AlgorithmDescription, Optional<String>> missing;

    /**
     * Makes a catalogue whose algorithms need nothing but each other.
     *
     * @param roles the roles
     * @param algorithms the algorithms
     * @param rejections what cannot be used, as far as that is known without reading details
     */
    public Catalogue(
            List<RoleDescription> roles,
            List<AlgorithmDescription> algorithms,
            List<Rejection> rejections) {
        this(roles, algorithms, rejections, algorithm -> Optional.empty());
    }

    /**
     * Makes a catalogue.
     *
     * @param roles the roles
     * @param algorithms the algorithms
     * @param rejections what cannot be used, as far as that is known without reading details
     * @param missing says what an algorithm needs beside other algorithms and is not there now
     */
    public Catalogue(
            List<RoleDescription> roles,
            List<AlgorithmDescription> algorithms,
            List<Rejection> rejections,
            Function<AlgorithmDescription, Optional<String>> missing) {
        this.missing = missing;
        this.roles = List.copyOf(roles);
        this.algorithms = List.copyOf(algorithms);
        this.rejections = List.copyOf(rejections);
    }

    /** Returns the roles, in the order of their names. */
    public List<RoleDescription> roles() {
        return roles;
    }

    /** Returns the algorithms, in the order of role, name and version, the highest version first. */
    public List<AlgorithmDescription> algorithms() {
        return algorithms;
    }

    /**
     * Returns the algorithms that fill a role, in the order of name and version.
     *
     * @param role the role
     */
    public List<AlgorithmDescription> algorithms(RoleDescription role) {
        List<AlgorithmDescription> result = new ArrayList<>();
        for (AlgorithmDescription algorithm : algorithms) {
            if (algorithm.role().sameClassAs(role)) {
                result.add(algorithm);
            }
        }
        return result;
    }

    /**
     * Returns the algorithms of a name, whatever their role; the highest version first.
     *
     * @param selector name and versions
     */
    public List<AlgorithmDescription> find(Selector selector) {
        List<AlgorithmDescription> result = new ArrayList<>();
        for (AlgorithmDescription algorithm : algorithms) {
            if (algorithm.name().equals(selector.name()) && selector.allows(algorithm.version())) {
                result.add(algorithm);
            }
        }
        return result;
    }

    /** Returns what cannot be used, as far as that is known without reading details. */
    public List<Rejection> rejections() {
        return rejections;
    }

    /** Reads the details of every algorithm and returns all that cannot be used as it is. */
    public List<Rejection> allRejections() {
        List<Rejection> all = new ArrayList<>(rejections);
        addUnusable(algorithms, all);
        return all;
    }

    /**
     * Reads the details of the algorithms of one bundle and returns what of it cannot be used as it
     * is.
     *
     * @param bundle the bundle's name and version, as {@code org.example.mesh@1.0.0}
     * @since 1.2
     */
    public List<Rejection> allRejections(String bundle) {
        List<Rejection> ofBundle = new ArrayList<>();
        for (Rejection rejection : rejections) {
            if (rejection.bundle().equals(bundle)) {
                ofBundle.add(rejection);
            }
        }
        List<AlgorithmDescription> its = new ArrayList<>();
        for (AlgorithmDescription algorithm : algorithms) {
            if (algorithm.bundle().toString().equals(bundle)) {
                its.add(algorithm);
            }
        }
        addUnusable(its, ofBundle);
        return ofBundle;
    }

    private void addUnusable(List<AlgorithmDescription> some, List<Rejection> found) {
        Defaults defaults = new Defaults(this);
        Copies copies = new Copies(roles, algorithms);
        for (AlgorithmDescription algorithm : some) {
            algorithm
                    .problem()
                    .or(() -> missing.apply(algorithm))
                    .or(() -> copies.problem(algorithm))
                    .or(() -> defaults.problem(algorithm))
                    .ifPresent(reason -> found.add(new Rejection(
                            algorithm.className(), algorithm.bundle().toString(), reason)));
        }
    }

    /**
     * Selects the algorithm for a slot: of those that fill the role and have the name, the one with
     * the highest version allowed. The order of installation never matters.
     *
     * @param role the slot's role
     * @param selector name and versions asked for
     * @return the algorithm
     * @throws TaskException with {@code NO_SUCH_ALGORITHM} that names those available, or {@code
     *     AMBIGUOUS_ALGORITHM} that names the candidates
     */
    public AlgorithmDescription select(RoleDescription role, Selector selector) {
        return select(role, selector, any -> Optional.empty());
    }

    /**
     * Selects the algorithm for a slot, of those to which there is no objection.
     *
     * @param role the slot's role
     * @param selector name and versions asked for
     * @param objection says why an algorithm may not be chosen, or nothing
     * @return the algorithm
     * @throws TaskException as from {@link #select(RoleDescription, Selector)}
     * @since 1.1
     */
    public AlgorithmDescription select(
            RoleDescription role,
            Selector selector,
            Function<AlgorithmDescription, Optional<String>> objection) {
        return new Selection(this, role, selector, objection).select();
    }
}
