package org.openprepay.tariff.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one running bill has counted, as tariff rules see it; read only.
 *
 * <p>Limits are cumulative usage in the period, as text or number; {@value #NO_LIMIT} is an upper
 * limit that is never reached. A period is one of the pack's calendar, or {@value #ANY}.
 */
public final class Usage {
    /** Stands for every time-of-use period. */
    public static final String ANY = "any";

    /** Stands for an upper limit that is never reached. */
    public static final String NO_LIMIT = "none";

    private final BigDecimal total;
    private final Map<String, BigDecimal> byBand;
    private final List<BigDecimal> tiers;
    private final int days;
    private final BigDecimal peak;

    /**
     * Usage by band.
     *
     * @param byBand by {@code period|tier}
     * @param tiers the pack's limits, ascending; tier 0 ends at the first
     */
    public Usage(
            BigDecimal total,
            Map<String, BigDecimal> byBand,
            List<BigDecimal> tiers,
            int days,
            BigDecimal peak) {
        this.total = total;
        this.byBand = Map.copyOf(byBand);
        this.tiers = List.copyOf(tiers);
        this.days = days;
        this.peak = peak;
    }

    /** All usage of the period, in the commodity's unit. */
    public BigDecimal getTotal() {
        return total;
    }

    /** Civil days begun. */
    public int getDays() {
        return days;
    }

    /** The highest interval average, in kW. */
    public BigDecimal getPeak() {
        return peak;
    }

    /** The part of the total above {@code from} and up to {@code to}. */
    public BigDecimal between(String from, String to) {
        return between(Numbers.of(from), to.equals(NO_LIMIT) ? total : Numbers.of(to));
    }

    /** The part of the total above {@code from} and up to {@code to}. */
    public BigDecimal between(BigDecimal from, BigDecimal to) {
        return total.min(to).subtract(from).max(BigDecimal.ZERO);
    }

    /** Usage in one time-of-use period. */
    public BigDecimal in(String period) {
        return period.equals(ANY) ? total : in(period, 0, tiers.size());
    }

    /**
     * Usage in one time-of-use period while the running total was above {@code from} and up to
     * {@code to}.
     *
     * @throws IllegalArgumentException when the period is named and a limit is not one of the
     *     pack's tiers
     */
    public BigDecimal in(String period, String from, String to) {
        if (period.equals(ANY)) {
            return between(from, to);
        }
        int first = Numbers.of(from).signum() == 0 ? 0 : tier(from) + 1;
        return in(period, first, to.equals(NO_LIMIT) ? tiers.size() : tier(to));
    }

    /** Whether there is usage in this period above this limit. */
    public boolean reaches(String period, String from) {
        return in(period, from, NO_LIMIT).signum() > 0;
    }

    private BigDecimal in(String period, int first, int last) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int tier = first; tier <= last; tier++) {
            sum = sum.add(byBand.getOrDefault(period + "|" + tier, BigDecimal.ZERO));
        }
        return sum;
    }

    private int tier(String limit) {
        BigDecimal wanted = Numbers.of(limit);
        for (int tier = 0; tier < tiers.size(); tier++) {
            if (tiers.get(tier).compareTo(wanted) == 0) {
                return tier;
            }
        }
        throw new IllegalArgumentException(
                "limit " + limit + " is not one of tiers=" + tiers + " in pack.properties");
    }
}
