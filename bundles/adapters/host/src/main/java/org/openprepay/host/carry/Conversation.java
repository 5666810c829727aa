package org.openprepay.host.carry;

import java.time.Instant;
import java.util.Optional;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeterOrder;
import org.openprepay.spi.link.Link;
import org.openprepay.spi.meter.Dialogue;
import org.openprepay.spi.meter.MeterDriver;

/**
 * One meter, its driver's dialogue, its link, and the order that waits for an answer. Guarded by
 * itself.
 */
final class Conversation {
    private final Meter meter;
    private final MeterDriver driver;
    private final Dialogue dialogue;
    private final Link link;
    private Optional<Waiting> waiting = Optional.empty();

    Conversation(Meter meter, MeterDriver driver, Dialogue dialogue, Link link) {
        this.meter = meter;
        this.driver = driver;
        this.dialogue = dialogue;
        this.link = link;
    }

    Meter meter() {
        return meter;
    }

    MeterDriver driver() {
        return driver;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Link link() {
        return link;
    }

    synchronized Optional<Waiting> waiting() {
        return waiting;
    }

    synchronized void waitFor(MeterOrder order, Instant until) {
        waiting = Optional.of(new Waiting(order, until));
    }

    synchronized void free() {
        waiting = Optional.empty();
    }

    /** An order that was sent; wall time. */
    record Waiting(MeterOrder order, Instant until) {}
}
