package org.openprepay.metering.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.openprepay.api.Period;
import org.openprepay.api.UsageInterval;
import org.openprepay.metering.Meter;

/**
 * The time between two register readings.
 *
 * @param measured interval values inside it
 * @param measuredUsage their sum, those across an end counted by their share of time
 * @param straddling the sum of those across an end
 * @param gaps the time without interval values
 */
record Stretch(
        Instant start,
        Instant end,
        List<UsageInterval> measured,
        BigDecimal measuredUsage,
        BigDecimal straddling,
        List<Period> gaps) {
    private static final Duration ATOMIC = Duration.ofHours(1);
    private static final int PLACES = 9;

    static Stretch of(Instant start, Instant end, Slots slots) {
        List<UsageInterval> measured = slots.overlapping(start, end);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal straddling = BigDecimal.ZERO;
        var gaps = new ArrayList<Period>();
        Instant covered = start;
        for (UsageInterval slot : measured) {
            if (covered.isBefore(slot.start())) {
                gaps.add(new Period(covered, slot.start()));
            }
            covered = slot.end();
            boolean inside = !slot.start().isBefore(start) && !slot.end().isAfter(end);
            sum = sum.add(inside ? slot.amount() : share(slot, start, end));
            straddling = inside ? straddling : straddling.add(slot.amount());
        }
        if (covered.isBefore(end)) {
            gaps.add(new Period(covered, end));
        }
        return new Stretch(start, end, measured, sum, straddling, gaps);
    }

    private static BigDecimal share(UsageInterval slot, Instant start, Instant end) {
        Instant from = slot.start().isBefore(start) ? start : slot.start();
        Instant to = slot.end().isAfter(end) ? end : slot.end();
        return slot.amount()
                .multiply(millis(from, to))
                .divide(millis(slot.start(), slot.end()), PLACES, RoundingMode.HALF_EVEN);
    }

    /** How long nothing was measured. */
    Duration unmeasured() {
        return gaps.stream()
                .map(gap -> Duration.between(gap.start(), gap.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The rest of the register's advance, evenly in time over the gaps; cut at the full hours (UTC)
     * where a gap is longer than one, and where the multiplier changes.
     */
    List<UsageInterval> spread(BigDecimal advance, Meter meter) {
        BigDecimal rest = advance.subtract(measuredUsage).max(BigDecimal.ZERO);
        List<Period> pieces = gaps.stream().flatMap(gap -> cut(gap, meter).stream()).toList();
        boolean estimated = pieces.size() > 1 || straddling.signum() > 0;
        if (pieces.size() == 1) {
            Period piece = pieces.get(0);
            return List.of(new UsageInterval(piece.start(), piece.end(), rest, estimated));
        }
        return share(rest, pieces, meter);
    }

    private static List<Period> cut(Period gap, Meter meter) {
        var borders = new TreeSet<>(Advances.changes(meter, gap.start(), gap.end()));
        if (Duration.between(gap.start(), gap.end()).compareTo(ATOMIC) > 0) {
            Instant hour = gap.start().truncatedTo(ChronoUnit.HOURS).plus(ATOMIC);
            for (; hour.isBefore(gap.end()); hour = hour.plus(ATOMIC)) {
                borders.add(hour);
            }
        }
        borders.add(gap.end());
        var pieces = new ArrayList<Period>();
        Instant start = gap.start();
        for (Instant end : borders) {
            pieces.add(new Period(start, end));
            start = end;
        }
        return pieces;
    }

    private static List<UsageInterval> share(BigDecimal rest, List<Period> pieces, Meter meter) {
        BigDecimal whole =
                pieces.stream()
                        .map(piece -> weight(piece, meter))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = new ArrayList<UsageInterval>();
        BigDecimal seen = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (Period piece : pieces) {
            seen = seen.add(weight(piece, meter));
            BigDecimal upTo =
                    seen.compareTo(whole) == 0
                            ? rest
                            : rest.multiply(seen).divide(whole, PLACES, RoundingMode.DOWN);
            shares.add(new UsageInterval(piece.start(), piece.end(), upTo.subtract(given), true));
            given = upTo;
        }
        return shares;
    }

    private static BigDecimal weight(Period piece, Meter meter) {
        return millis(piece.start(), piece.end()).multiply(Advances.factor(meter, piece.start()));
    }

    private static BigDecimal millis(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toMillis());
    }
}
