package org.openprepay.tariff;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.openprepay.api.Period;

/**
 * The checkpoint of one account's running bill in one billing period: all that is needed to fold
 * on.
 *
 * @param tariff the pack's name
 * @param period the billing period, whole civil months of the zone
 * @param zone the service point's zone id
 * @param from when the account's part of the period begins; days are counted from here
 * @param segments in order of time; one a version
 * @param foldedTo end of the last interval folded, or {@code from}
 * @param days civil days begun so far, recognised by the midnight job
 */
public record BillState(
        String tariff,
        Period period,
        String zone,
        Instant from,
        List<Segment> segments,
        Instant foldedTo,
        int days) {
    public BillState {
        segments = List.copyOf(segments);
    }

    /**
     * The part of a period under one version.
     *
     * @param version the pack's version number
     * @param digest of the content that prices it
     * @param from first instant it prices
     * @param base what had accumulated when it began, as this version would have billed it
     * @param usage accumulated since the period began (carry) or the segment began (restart)
     * @param lines the bill of {@code usage} minus the bill of {@code base}
     */
    public record Segment(
            int version,
            String digest,
            Instant from,
            Accumulated base,
            Accumulated usage,
            List<BillLine> lines) {
        public Segment {
            lines = List.copyOf(lines);
        }
    }

    /** The bill so far: the sum of all lines of all segments. */
    public BigDecimal total() {
        return segments.stream()
                .flatMap(segment -> segment.lines().stream())
                .map(BillLine::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** All lines, those of one key and segment in the order the rules made them. */
    public List<BillLine> lines() {
        return segments.stream().flatMap(segment -> segment.lines().stream()).toList();
    }
}
