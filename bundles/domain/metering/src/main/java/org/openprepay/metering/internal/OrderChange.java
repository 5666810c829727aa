package org.openprepay.metering.internal;

import java.time.Instant;
import org.openprepay.api.Outcome;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.MeterOrder.State;

/** One step of an order that has not ended. */
interface OrderChange {
    int MAX_DETAIL = 400;

    Outcome<MeterOrder> of(MeterOrder order);

    static Outcome<MeterOrder> ifOpen(MeterOrder order, OrderChange change) {
        return order.state().ended()
                ? Outcome.refused(
                        "ENDED", "order " + order.id() + " is " + order.state() + " for good")
                : change.of(order);
    }

    static Outcome<MeterOrder> sent(MeterOrder order, Instant askAgain) {
        int attempts = order.attempts() + 1;
        return Outcome.accepted(with(order, State.SENT, attempts, askAgain, order.detail()));
    }

    /** What was never sent stays queued; what may have arrived is unknown. */
    static Outcome<MeterOrder> unknown(MeterOrder order, String why, Instant askAgain) {
        State state = order.state() == State.QUEUED ? State.QUEUED : State.UNKNOWN;
        return Outcome.accepted(with(order, state, order.attempts(), askAgain, why));
    }

    static Outcome<MeterOrder> ended(MeterOrder order, State end, String detail) {
        return Outcome.accepted(with(order, end, order.attempts(), order.due(), detail));
    }

    private static MeterOrder with(
            MeterOrder order, State state, int attempts, Instant due, String detail) {
        return new MeterOrder(
                order.id(),
                order.meter(),
                order.kind(),
                order.argument(),
                order.number(),
                order.priority(),
                state,
                attempts,
                order.placed(),
                order.expires(),
                due,
                detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL),
                order.by());
    }
}
