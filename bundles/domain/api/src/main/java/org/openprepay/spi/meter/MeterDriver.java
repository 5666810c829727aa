package org.openprepay.spi.meter;

import java.util.Optional;

/**
 * Speaks one make of meter or one protocol. A pure translator: no I/O, no threads, no clock, no
 * state; a {@link Dialogue} holds the state of one connection.
 */
public interface MeterDriver {
    /** Who this driver is and what it can do; constant for its lifetime. */
    Passport passport();

    /** Whose frame is this? For meters that dial in or push; empty when it is none of ours. */
    Optional<MeterAddress> identify(Frame heard);

    /** Begins talking to one meter; cheap, and always a fresh dialogue. */
    Dialogue open(Meter meter, Memory memory);
}
