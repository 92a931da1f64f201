package org.dovetail.benchmarks.swap.version;

import org.dovetail.benchmarks.swap.answer.Answerer;
import org.osgi.framework.FrameworkUtil;

/** Answers with the version of its bundle, and does nothing else. */
public final class Version implements Answerer {

    private final String version =
            FrameworkUtil.getBundle(Version.class).getVersion().toString();

    @Override
    public String answer() {
        return version;
    }
}
