package org.openprepay.api;

/** What a caller may do; everything not granted is denied. */
public enum Right {
    /** See customers, accounts, meters, readings, tariffs and alerts. */
    VIEW,
    /** Open customers and accounts, take money, accept emergency credit. */
    SELL,
    /** Deliver readings: meters, head-ends and billing systems. */
    FEED,
    /** Order meters, decide about quarantine and alerts. */
    OPERATE,
    /** Publish tariffs and rules, override supply, work the cut brake, manage staff. */
    ADMINISTER
}
