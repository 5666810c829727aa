package org.openprepay.metering.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeteringStore.Reading;

/** What a register counted between two readings, and what it can have counted at most. */
final class Advances {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final int PLACES = 9;

    private final Settings settings;

    Advances(Settings settings) {
        this.settings = settings;
    }

    /** Usage between two readings, rolled over if that is plausible; empty when it went back. */
    Optional<BigDecimal> between(Meter meter, Reading a, Reading b) {
        BigDecimal usage = usage(meter, b.value().subtract(a.value()), a.at(), b.at());
        if (usage.signum() >= 0) {
            return Optional.of(usage);
        }
        BigDecimal rolled = b.value().add(BigDecimal.TEN.pow(meter.registerDigits()));
        usage = usage(meter, rolled.subtract(a.value()), a.at(), b.at());
        return Optional.of(usage).filter(u -> u.compareTo(bound(meter, a.at(), b.at())) <= 0);
    }

    /** The most that can be used in this time, with one step of the register. */
    BigDecimal bound(Meter meter, Instant from, Instant to) {
        return capacity(meter, Duration.between(from, to)).add(step(meter, from, to));
    }

    /** The most that can be used in this time. */
    BigDecimal capacity(Meter meter, Duration time) {
        return meter.maxPower()
                .multiply(settings.tolerance())
                .multiply(BigDecimal.valueOf(time.toSeconds()))
                .divide(HOUR, PLACES, RoundingMode.UP);
    }

    /** One step of the register as usage. */
    BigDecimal step(Meter meter, Instant from, Instant to) {
        return settings.step().multiply(factor(meter, from).max(factor(meter, to)));
    }

    static BigDecimal factor(Meter meter, Instant at) {
        BigDecimal factor = BigDecimal.ONE;
        for (Meter.Multiplier multiplier : meter.multipliers()) {
            if (!multiplier.from().isAfter(at)) {
                factor = multiplier.factor();
            }
        }
        return factor;
    }

    /** Where the multiplier changes inside a time. */
    static List<Instant> changes(Meter meter, Instant from, Instant to) {
        return meter.multipliers().stream()
                .map(Meter.Multiplier::from)
                .filter(at -> at.isAfter(from) && at.isBefore(to))
                .toList();
    }

    /** An advance that spans a change of multiplier counts evenly in time before and after it. */
    private static BigDecimal usage(Meter meter, BigDecimal advance, Instant from, Instant to) {
        List<Instant> changes = changes(meter, from, to);
        if (changes.isEmpty()) {
            return advance.multiply(factor(meter, from));
        }
        BigDecimal weighted = BigDecimal.ZERO;
        Instant start = from;
        for (Instant end : Stream.concat(changes.stream(), Stream.of(to)).toList()) {
            weighted = weighted.add(factor(meter, start).multiply(seconds(start, end)));
            start = end;
        }
        return advance.multiply(weighted).divide(seconds(from, to), PLACES, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal seconds(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3);
    }
}
