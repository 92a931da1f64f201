package org.dovetail.assembly.scan;

import java.net.URI;
import java.nio.file.Path;
import org.osgi.framework.Bundle;

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

    /** Returns the folder that it is in; the usual one if there is no file. */
    static String folder(Bundle bundle) {
        Path folder = Path.of(of(bundle)).getParent();
        return folder == null ? "plugins/" : folder + "/";
    }
}
