package org.dovetail.assembly.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What algorithms of tests report; one list for all bundles. */
public final class Record {

    public static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    private Record() {}
}
