package org.openprepay.rest.http;

import org.openprepay.api.Outcome;

/** Gives what a door accepted, or throws what it refused as a problem. */
public final class Answer {
    private Answer() {}

    /** For calls whose address names the subject: an unknown one is 404. */
    public static <T> T named(Outcome<T> outcome) {
        return value(outcome, true);
    }

    /** For calls whose body names everything: an unknown one is 422. */
    public static <T> T of(Outcome<T> outcome) {
        return value(outcome, false);
    }

    private static <T> T value(Outcome<T> outcome, boolean named) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw Problem.refused(refused, named);
        }
        return outcome.orThrow();
    }
}
