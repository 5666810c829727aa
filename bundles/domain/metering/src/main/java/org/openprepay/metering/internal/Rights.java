package org.openprepay.metering.internal;

import org.openprepay.api.Caller;
import org.openprepay.api.Right;

/** Rights that two kinds of staff have. */
final class Rights {
    private Rights() {}

    /**
     * @throws Caller.Denied when the caller neither operates nor administers
     */
    static void operates(Caller caller) {
        if (!caller.may(Right.ADMINISTER)) {
            caller.require(Right.OPERATE);
        }
    }
}
