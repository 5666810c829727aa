package org.openprepay.ledger.internal;

import org.openprepay.api.Caller;
import org.openprepay.api.Right;

/** Who may write into the books: those who take money and those who deliver readings. */
final class Posters {
    private Posters() {}

    static void check(Caller caller) {
        if (!caller.may(Right.FEED)) {
            caller.require(Right.SELL);
        }
    }
}
