package org.dovetail.assembly.recorded;

/** Tells what kind of value follows. */
final class Tag {

    static final int SAME = 0;
    static final int TEXT = 1;
    static final int LIST = 2;
    static final int PRESENT = 3;
    static final int ABSENT = 4;
    static final int ENUM = 5;
    static final int VERSION = 6;
    static final int RECORD = 7;
    static final int ARRAY = 8;
    static final int TRUE = 9;
    static final int FALSE = 10;
    static final int INT = 11;
    static final int LONG = 12;
    static final int DOUBLE = 13;

    private Tag() {}
}
