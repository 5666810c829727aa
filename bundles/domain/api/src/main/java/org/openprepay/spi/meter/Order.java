package org.openprepay.spi.meter;

import java.time.Duration;
import java.time.Instant;

/** Something the utility wants a meter to do. */
public sealed interface Order {
    /** Read the registers now. */
    record ReadRegisters() implements Order {}

    /** Read interval values of [from, to). */
    record ReadProfile(Instant from, Instant to) implements Order {}

    /** Report the relay or valve as it is. */
    record ReadSupply() implements Order {}

    /**
     * Switch the relay or valve.
     *
     * @param number grows with each intent; a meter that can check refuses a lower one
     * @param expires after this the meter must not obey any more
     */
    record SetSupply(long number, Supply wanted, Instant expires) implements Order {}

    /** Set the meter's clock. */
    record SetClock(Instant to) implements Order {}

    /** How long an order may take on a usual link before the host asks again. */
    Duration PATIENCE = Duration.ofSeconds(10);
}
