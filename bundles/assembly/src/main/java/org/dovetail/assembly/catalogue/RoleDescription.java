package org.dovetail.assembly.catalogue;

import java.util.List;
import java.util.Optional;
import org.dovetail.task.SettingDescription;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a role without loading its class.
 *
 * <p>Two bundles may each bring an interface of the same name; these are two roles. The class space
 * tells them apart, so an algorithm fills a slot only if both mean the same class.
 *
 * @param name the name by which people ask for the role
 * @param doc what the role does, in one line
 * @param interfaceName the name of the Java interface
 * @param permitsNone whether an algorithm that does nothing may fill it
 * @param classSpace the bundle that the interface comes from, such as {@code org.dovetail.image
 *     0.1.0}, made unique among all that are installed
 * @param settingsType the name of the annotation with the settings that all its algorithms have in
 *     common; empty if there are none
 * @param settings these settings, in the order of their names
 * @since 1.0
 */
public record RoleDescription(
        String name,
        String doc,
        String interfaceName,
        boolean permitsNone,
        String classSpace,
        String settingsType,
        List<SettingDescription> settings) {

    /** Copies the settings. */
    public RoleDescription {
        settings = List.copyOf(settings);
    }

    /** Describes a role whose algorithms have no settings in common. */
    public RoleDescription(
            String name, String doc, String interfaceName, boolean permitsNone, String classSpace) {
        this(name, doc, interfaceName, permitsNone, classSpace, "", List.of());
    }

    /**
     * Returns a setting that all algorithms of the role have in common.
     *
     * @param setting its name
     * @since 1.1
     */
    public Optional<SettingDescription> setting(String setting) {
        for (SettingDescription each : settings) {
            if (each.name().equals(setting)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns whether both are the same Java class.
     *
     * @param other another role
     */
    public boolean sameClassAs(RoleDescription other) {
        return interfaceName.equals(other.interfaceName) && classSpace.equals(other.classSpace);
    }

    // Written out: what the compiler makes for a record is linked at run time, and this is called
    // before anything else whenever the program starts.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleDescription that
                && sameClassAs(that)
                && name.equals(that.name)
                && doc.equals(that.doc)
                && permitsNone == that.permitsNone;
    }

    @Override
    public int hashCode() {
        return 31 * interfaceName.hashCode() + classSpace.hashCode();
    }
}
