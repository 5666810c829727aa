package org.openprepay.tariff;

import java.math.BigDecimal;
import java.util.List;
import org.openprepay.api.Money;

/**
 * What folding changed.
 *
 * @param after the new checkpoint
 * @param change the bill after minus the bill before: what is posted
 * @param lines the lines that changed, before and after
 */
public record Priced(BillState after, Money change, List<LineChange> lines) {
    public Priced {
        lines = List.copyOf(lines);
    }

    /** One line before and after; before is zero where the line is new. */
    public record LineChange(
            String key,
            String title,
            BigDecimal before,
            BigDecimal after,
            String rule,
            int version,
            String digest) {}
}
