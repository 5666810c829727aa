package org.openprepay.prepayment.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.openprepay.api.AccountId;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.SupplyDesk.Brake;

/** Stops mass cuts: more than so many an hour pause all cuts until a person releases them. */
final class Brakes {
    static final String ALERT = "CUT_BRAKE";
    private static final Duration HOUR = Duration.ofHours(1);

    private final PrepaymentStore store;
    private final Alerts alerts;
    private final InstantSource wall;
    private final int limit;

    Brakes(PrepaymentStore store, Alerts alerts, InstantSource wall, int limit) {
        this.store = store;
        this.alerts = alerts;
        this.wall = wall;
        this.limit = limit;
    }

    /** The brake as it stands, without a lock. */
    Brake now() {
        Brake kept = store.brake().orElse(new Brake(false, "", "", wall.instant(), 0, limit, 0));
        return counted(kept, kept.held());
    }

    /** Lets one more cut pass and counts it, or holds it. */
    boolean lets(AccountId account) {
        Brake brake = store.lockBrake();
        Instant now = wall.instant();
        if (!brake.stopped() && store.cutsSince(counting(brake, now)) >= limit) {
            String reason = "more than " + limit + " cuts in an hour";
            brake = new Brake(true, reason, "system:brake", now, limit, limit, brake.held());
            store.putBrake(brake);
            alerts.raise(
                    "critical",
                    ALERT,
                    "brake",
                    "All cuts are paused: " + reason + ". Look for the cause, then release.");
        }
        if (brake.stopped()) {
            return false;
        }
        store.addCut(account, now);
        return true;
    }

    /** A release begins a new count. */
    private static Instant counting(Brake brake, Instant now) {
        Instant hour = now.minus(HOUR);
        return brake.since().isAfter(hour) ? brake.since() : hour;
    }

    /** Counts cuts that began or ceased to wait. */
    void held(int change) {
        if (change != 0) {
            Brake brake = store.lockBrake();
            store.putBrake(counted(brake, Math.max(0, brake.held() + change)));
        }
    }

    Brake set(boolean stopped, String reason, String by) {
        Brake before = store.lockBrake();
        Brake next = new Brake(stopped, reason, by, wall.instant(), 0, limit, before.held());
        store.putBrake(next);
        if (!stopped) {
            alerts.clear(ALERT, "brake");
        }
        return counted(next, next.held());
    }

    private Brake counted(Brake brake, int held) {
        return new Brake(
                brake.stopped(),
                brake.reason(),
                brake.by(),
                brake.since(),
                store.cutsSince(wall.instant().minus(HOUR)),
                limit,
                held);
    }
}
