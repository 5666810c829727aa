package org.openprepay.metering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;

/**
 * Commands to meters and what became of them. Nothing is done until the meter says so: a supply
 * order ends as confirmed only by read-back.
 */
public interface Orders {
    /**
     * Queues an order. A supply order supersedes every earlier supply order of its meter that has
     * not ended, in the same transaction. The same id again gives the first order. Refused with
     * {@code STALE_INTENT} when the meter was ordered something else with this or a higher number;
     * the newest intent may be placed again, to be asserted.
     */
    Outcome<MeterOrder> place(Caller caller, MeterOrder order);

    Optional<MeterOrder> find(OrderId id);

    /** Newest first. */
    Slice<MeterOrder> list(
            Caller caller, Optional<MeterId> meter, int limit, Optional<String> after);

    /**
     * Orders that are to be sent, asked again, or expired by now (wall time), highest priority
     * first.
     */
    List<MeterOrder> due(Instant now, int limit);

    /**
     * The host is about to send: commits before the bytes leave. Refused with {@code ENDED} when
     * superseded.
     */
    Outcome<MeterOrder> sending(OrderId id, Instant now, Instant askAgain);

    /** No answer, or not reachable: stays unended, due again later. */
    Outcome<MeterOrder> unknown(OrderId id, String why, Instant askAgain);

    /** The meter's own report confirms it. */
    Outcome<MeterOrder> confirmed(OrderId id, String result, Instant now);

    /** The meter or driver said no. */
    Outcome<MeterOrder> refused(OrderId id, String why, Instant now);

    /** Time is over. */
    Outcome<MeterOrder> expired(OrderId id, Instant now);

    /** The last unended supply order of a meter. */
    Optional<MeterOrder> openSupply(MeterId meter);

    /** The highest number of any supply order of a meter, for whichever account; 0 when none. */
    default long newestIntent(MeterId meter) {
        return list(Caller.system("intents"), Optional.of(meter), Slice.MAX, Optional.empty())
                .items()
                .stream()
                .filter(order -> order.kind().equals("supply"))
                .mapToLong(MeterOrder::number)
                .max()
                .orElse(0);
    }
}
