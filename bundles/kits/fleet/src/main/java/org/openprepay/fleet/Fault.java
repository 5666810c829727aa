package org.openprepay.fleet;

/** What can be wrong with a pretend meter. */
public enum Fault {
    /** Says that it obeyed, and does not switch. */
    DOES_NOT_SWITCH,
    /** Switches, and at the next tick switches back and says so. */
    SWITCHES_BACK,
    /** Measures, but sends and answers nothing. */
    SILENT,
    /** Its clock is two hours late until it is set. */
    CLOCK_OFF
}
