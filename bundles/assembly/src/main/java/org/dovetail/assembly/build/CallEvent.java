package org.dovetail.assembly.build;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One call of a slot, for the flight recorder. */
@Name("org.dovetail.Call")
@Label("Call of a slot")
@Description("A call of the algorithm in one slot of a task tree")
@Category("Dovetail")
@StackTrace(false)
final class CallEvent extends Event {

    @Label("Path")
    final String path;

    @Label("Algorithm")
    final String algorithm;

    CallEvent(String path, String algorithm) {
        this.path = path;
        this.algorithm = algorithm;
    }
}
