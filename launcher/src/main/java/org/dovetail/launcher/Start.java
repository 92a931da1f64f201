package org.dovetail.launcher;

/**
 * How a framework is to start.
 *
 * @param home what is installed
 * @param verb for whom; some verbs have bundles of their own
 * @param plugins whether plugins are started; else they are only resolved, which is enough for
 *     algorithms where a record tells of them
 */
record Start(Home home, String verb, boolean plugins) {}
