package org.dovetail.assembly.recorded;

import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.AlgorithmDetails;
import org.dovetail.assembly.catalogue.BundleDescription;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.osgi.framework.Version;

/**
 * An algorithm as it is kept in a file.
 *
 * @param bundle the bundle that it comes from
 */
record AlgorithmRecord(
        String name,
        RoleDescription role,
        String doc,
        String className,
        BundleRecord bundle,
        AlgorithmDetails details) {

    /** The framework's identifier of a bundle that was not looked up in any framework. */
    static final long UNKNOWN = -1;

    /** A bundle as it is kept in a file. */
    record BundleRecord(String symbolicName, Version version, String digest) {}

    static AlgorithmRecord of(AlgorithmDescription algorithm) {
        BundleDescription bundle = algorithm.bundle();
        return new AlgorithmRecord(
                algorithm.name(),
                algorithm.role(),
                algorithm.doc(),
                algorithm.className(),
                new BundleRecord(bundle.symbolicName(), bundle.version(), bundle.digest()),
                algorithm.details());
    }

    AlgorithmDescription description() {
        return new AlgorithmDescription(
                name,
                role,
                doc,
                className,
                new BundleDescription(
                        bundle.symbolicName(), bundle.version(), UNKNOWN, 0, bundle::digest),
                () -> details);
    }
}
