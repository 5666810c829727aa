package org.openprepay.prepayment;

import java.time.Instant;
import java.util.Optional;

/**
 * Supply wanted against supply found.
 *
 * @param intent number of the wanted state; only grows
 * @param found empty until the meter reported once
 * @param since utility time since when it is wanted so
 * @param why for people
 * @param foundAt wall time of the meter's last report
 */
public record Supply(
        State wanted,
        long intent,
        Optional<State> found,
        Instant since,
        String why,
        Optional<Instant> foundAt) {
    /** ARMED waits for the customer's own hand. */
    public enum State {
        ON,
        OFF,
        LIMITED,
        ARMED
    }
}
