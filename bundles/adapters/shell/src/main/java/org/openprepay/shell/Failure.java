package org.openprepay.shell;

import org.openprepay.api.Outcome;

/** What a command could not do; the shell prints the message. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message, null, false, false);
    }

    static <T> T orElse(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw new Failure(refused.code() + ": " + refused.message());
        }
        return outcome.orThrow();
    }
}
