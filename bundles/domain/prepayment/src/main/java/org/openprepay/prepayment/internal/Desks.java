package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.Optional;
import org.openprepay.prepayment.PrepaymentStore.Desk;
import org.openprepay.prepayment.Supply;

/** Desks with one thing changed. */
final class Desks {
    private Desks() {}

    static Desk supply(Desk d, Supply supply) {
        return new Desk(
                d.account(),
                supply,
                d.emergency(),
                d.levels(),
                d.graceUntil(),
                d.held(),
                d.nextMidnight(),
                d.version());
    }

    static Desk emergency(Desk d, String emergency) {
        return new Desk(
                d.account(),
                d.supply(),
                emergency,
                d.levels(),
                d.graceUntil(),
                d.held(),
                d.nextMidnight(),
                d.version());
    }

    static Desk marks(Desk d, Marks marks) {
        return new Desk(
                d.account(),
                d.supply(),
                d.emergency(),
                marks.all(),
                d.graceUntil(),
                d.held(),
                d.nextMidnight(),
                d.version());
    }

    static Desk grace(Desk d, Optional<Instant> until) {
        return new Desk(
                d.account(),
                d.supply(),
                d.emergency(),
                d.levels(),
                until,
                d.held(),
                d.nextMidnight(),
                d.version());
    }

    static Desk held(Desk d, boolean held) {
        return new Desk(
                d.account(),
                d.supply(),
                d.emergency(),
                d.levels(),
                d.graceUntil(),
                held,
                d.nextMidnight(),
                d.version());
    }

    static Desk midnight(Desk d, Instant next) {
        return new Desk(
                d.account(),
                d.supply(),
                d.emergency(),
                d.levels(),
                d.graceUntil(),
                d.held(),
                next,
                d.version());
    }
}
