package org.dovetail.integration.tests;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads package headers of manifests. */
final class Headers {

    /** A clause is a package and then attributes and directives, whose values may be quoted. */
    private static final Pattern CLAUSE =
            Pattern.compile("([\\w.]+)((?:;[^;,\"]*(?:\"[^\"]*\")?)*),?");

    private Headers() {}

    static Set<String> imports(Path jar) {
        return clauses(jar, "Import-Package").keySet();
    }

    static Set<String> exports(Path jar) {
        return clauses(jar, "Export-Package").keySet();
    }

    /** Returns the packages of a header and, for each, its attributes as they are written. */
    static Map<String, String> clauses(Path jar, String header) {
        String value = Distribution.manifest(jar).getValue(header);
        Map<String, String> clauses = new TreeMap<>();
        Matcher matcher = CLAUSE.matcher(value == null ? "" : value);
        while (matcher.find()) {
            clauses.put(matcher.group(1), matcher.group(2));
        }
        return clauses;
    }
}
