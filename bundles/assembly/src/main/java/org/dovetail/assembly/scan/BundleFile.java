package org.dovetail.assembly.scan;

import java.net.URI;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Tells which file a bundle was installed from. */
final class BundleFile {

    private BundleFile() {}

    /** Returns the file's name; empty if the bundle was not installed from a file. */
    static String of(Bundle bundle) {
        String location = bundle.getLocation();
        String url = location.startsWith("reference:")
                ? location.substring("reference:".length())
                : location;
        if (!url.startsWith("file:")) {
            return "";
        }
        try {
            return Path.of(URI.create(url)).toString();
        } catch (IllegalArgumentException e) {
            return ""; // not quite a URI
        }
    }

    /**
     * Returns the command that puts a jar beside a bundle, or in its place: a copy into the folder
     * that it is in, or, if it was installed while the program runs, another installation.
     */
    static String command(BundleContext context, Bundle bundle, String jar) {
        Path file = Path.of(of(bundle));
        Path folder = file.getParent();
        String storage = context.getProperty(Constants.FRAMEWORK_STORAGE);
        if (folder != null && storage != null && file.startsWith(storage)) {
            return "install " + jar;
        }
        return "cp " + jar + " " + (folder == null ? "plugins/" : folder + "/");
    }
}
