package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.openprepay.api.Decimals;
import org.openprepay.api.UsageInterval;
import org.openprepay.tariff.Accumulated;

/** Adds usage to what has accumulated, banded by time-of-use period and tier in time order. */
final class Tally {
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    private final TariffPack pack;
    private final ZoneId zone;
    private final TreeMap<String, BigDecimal> byBand;
    private BigDecimal total;
    private BigDecimal estimated;
    private BigDecimal peak;

    Tally(Accumulated start, TariffPack pack, ZoneId zone) {
        this.pack = pack;
        this.zone = zone;
        byBand = new TreeMap<>(start.byBand());
        total = start.total();
        estimated = start.estimated();
        peak = start.peak();
    }

    void add(UsageInterval interval) {
        add(interval.start(), interval.amount());
        if (interval.estimated()) {
            estimated = estimated.add(interval.amount());
        }
        peak = peak.max(power(interval));
    }

    void add(Instant at, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("usage at " + at + " is negative: " + amount);
        }
        String period = pack.calendar().period(at, zone);
        List<BigDecimal> tiers = pack.tiers();
        BigDecimal rest = amount;
        for (int tier = 0; rest.signum() > 0; tier++) {
            BigDecimal part =
                    tier < tiers.size()
                            ? rest.min(tiers.get(tier).subtract(total)).max(BigDecimal.ZERO)
                            : rest;
            if (part.signum() > 0) {
                byBand.merge(period + "|" + tier, part, BigDecimal::add);
                total = total.add(part);
                rest = rest.subtract(part);
            }
        }
    }

    Accumulated with(int days) {
        byBand.replaceAll((band, amount) -> Decimals.plain(amount));
        return new Accumulated(
                Decimals.plain(total),
                byBand,
                Decimals.plain(estimated),
                days,
                Decimals.plain(peak));
    }

    private static BigDecimal power(UsageInterval interval) {
        if (interval.amount().signum() == 0) {
            return BigDecimal.ZERO;
        }
        Duration length = Duration.between(interval.start(), interval.end());
        BigDecimal seconds =
                BigDecimal.valueOf(length.getSeconds())
                        .add(BigDecimal.valueOf(length.getNano(), 9));
        return interval.amount().multiply(SECONDS_AN_HOUR).divide(seconds, Decimals.EXACT);
    }
}
