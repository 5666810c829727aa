package org.openprepay.metering;

import org.openprepay.api.Caller;

/** Keeps a row that could not be processed, so that one poison row never stops its batch. */
public interface SetAside {
    /** Quarantines the row with the reason, in a transaction of its own or the running one. */
    void setAside(Caller caller, Row row, String why);
}
