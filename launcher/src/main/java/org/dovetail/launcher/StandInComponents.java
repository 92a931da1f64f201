package org.dovetail.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.osgi.framework.connect.ConnectContent;

/**
 * A bundle without content that stands in for the component runtime where a record tells what that
 * would: plugins with components resolve, and nobody starts them.
 */
final class StandInComponents implements ConnectContent {

    /** Where the bundle is installed from. */
    static final String LOCATION = "dovetail:components";

    private static final Map<String, String> HEADERS = Map.of(
            Constants.BUNDLE_MANIFESTVERSION, "2",
            Constants.BUNDLE_SYMBOLICNAME, "org.dovetail.launcher.components",
            Constants.PROVIDE_CAPABILITY,
                    "osgi.extender;osgi.extender=\"osgi.component\";version:Version=\"1.5\"");

    @Override
    public void open() {
        // nothing to open
    }

    @Override
    public void close() {
        // nothing to close
    }

    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.of(HEADERS);
    }

    @Override
    public Iterable<String> getEntries() {
        return List.of();
    }

    @Override
    public Optional<ConnectEntry> getEntry(String path) {
        return Optional.empty();
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        return Optional.empty();
    }
}
