package org.openprepay.host.jobs;

import java.time.Duration;
import java.time.InstantSource;
import org.openprepay.api.Outbox;
import org.openprepay.api.Schedule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Numbers committed outbox rows in commit order, and forgets the old ones. */
@Component(service = OutboxPump.class, immediate = true)
public final class OutboxPump {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
    private static final Duration KEEP = Duration.ofHours(24);
    private static final int AT_ONCE = 2_000;

    private final Outbox outbox;
    private final InstantSource wall;
    private final Schedule.Running numbering;
    private final Schedule.Running forgetting;

    @Activate
    public OutboxPump(
            @Reference Outbox outbox,
            @Reference(target = "(clock=wall)") InstantSource wall,
            @Reference Schedule schedule) {
        this.outbox = outbox;
        this.wall = wall;
        this.numbering = schedule.every("outbox", EVERY, this::number);
        this.forgetting = schedule.every("outbox forgetting", FORGET_EVERY, this::forget);
    }

    @Deactivate
    void stop() {
        numbering.close();
        forgetting.close();
    }

    private void number() {
        while (outbox.number(AT_ONCE) == AT_ONCE) {
            Thread.onSpinWait();
        }
        outbox.pending(Outbox.ORDER, AT_ONCE).forEach(row -> outbox.done(row.number()));
    }

    private void forget() {
        outbox.forget(wall.instant().minus(KEEP), AT_ONCE);
    }
}
