package org.openprepay.api;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was used in [start, end), in the commodity's unit.
 *
 * @param estimated true when the split in time is assumed, not measured
 */
public record UsageInterval(Instant start, Instant end, BigDecimal amount, boolean estimated) {
    public UsageInterval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "an interval ends after it starts: " + start + " to " + end);
        }
        amount = Decimals.plain(amount);
    }
}
