package org.openprepay.spi.meter;

import java.time.Instant;

/**
 * One conversation with one meter. Every turn is given the time (utility clock) and answers with
 * the next {@link Step}; garbage is answered with {@link Step.Ignored} or {@link Step.Refused},
 * never with an exception.
 */
public interface Dialogue {
    /** Begins an order; only kinds that the passport lists arrive here. */
    Step start(Order order, Instant now);

    /** The meter answered. */
    Step answered(Frame frame, Instant now);

    /** Patience is over; the host decides about trying again. */
    Step silent(Instant now);

    /** The meter spoke unasked: a push, an alarm, a last gasp. */
    Step heard(Frame frame, Instant now);

    /**
     * The host has committed these readings: acknowledge them to the meter, if the protocol can.
     */
    Step committed(Report report, Instant now);
}
