package org.openprepay.metering;

import java.time.Instant;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;

/**
 * A command to a meter.
 *
 * @param kind {@code supply}, {@code read}, {@code clock}, {@code read-supply}
 * @param argument for {@code supply}: {@code ON}, {@code OFF}, {@code LIMITED}, {@code ARMED}
 * @param number the supply intent's number; 0 for other kinds
 * @param priority lower is sooner: 0 safety, 1 reconnect, 2 disconnect, 3 on demand, 4 schedule, 5
 *     bulk
 * @param placed wall time
 * @param expires wall time after which it is never sent again
 * @param due wall time of the next attempt
 * @param detail the last answer or failure
 */
public record MeterOrder(
        OrderId id,
        MeterId meter,
        String kind,
        String argument,
        long number,
        int priority,
        State state,
        int attempts,
        Instant placed,
        Instant expires,
        Instant due,
        String detail,
        String by) {
    /** The four last ones are ends; unknown never is. */
    public enum State {
        QUEUED,
        SENT,
        UNKNOWN,
        CONFIRMED,
        REFUSED,
        SUPERSEDED,
        EXPIRED;

        public boolean ended() {
            return compareTo(CONFIRMED) >= 0;
        }
    }
}
