package org.openprepay.metering.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Row;

/** What no person can believe either: a row that cannot be a value of this meter's register. */
final class RowCheck {
    static final int MAX_PLACES = 6;
    private static final Duration DAY = Duration.ofDays(1);

    private final Settings settings;
    private final Instant now;

    RowCheck(Settings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /** Why the row cannot be used; empty when it can. */
    Optional<String> flaw(Meter meter, Row row) {
        return common(meter, row)
                .or(
                        () ->
                                row instanceof Row.Register register
                                        ? register(meter, register)
                                        : profile(meter, (Row.Profile) row));
    }

    private static Optional<String> common(Meter meter, Row row) {
        if (!row.register().equals(Meter.IMPORT)) {
            return Optional.of(
                    "wrong register: this meter is charged by "
                            + Meter.IMPORT
                            + ", not by "
                            + RowText.shown(row.register()));
        }
        String unit = meter.commodity().unit().code();
        if (!row.unit().equals(unit)) {
            return Optional.of(
                    "wrong unit: this meter counts " + unit + ", not " + RowText.shown(row.unit()));
        }
        return Optional.empty();
    }

    private Optional<String> register(Meter meter, Row.Register row) {
        BigDecimal limit = BigDecimal.TEN.pow(meter.registerDigits());
        if (row.value().compareTo(limit) >= 0) {
            return Optional.of(
                    "more than the " + meter.registerDigits() + " digits of the register");
        }
        return number(row.value()).or(() -> time(meter, row.at(), row.at()));
    }

    private Optional<String> profile(Meter meter, Row.Profile row) {
        if (row.values().isEmpty() || row.values().size() > Row.Profile.MAX_VALUES) {
            return Optional.of(
                    "a profile has 1 to "
                            + Row.Profile.MAX_VALUES
                            + " values, not "
                            + row.values().size());
        }
        if (!divides(row.interval())) {
            return Optional.of("intervals are whole minutes that divide a day: " + row.interval());
        }
        if (row.start().toEpochMilli() % row.interval().toMillis() != 0) {
            return Optional.of(
                    row.start() + " is no border of intervals of " + row.interval() + " (UTC)");
        }
        for (BigDecimal value : row.values()) {
            Optional<String> flaw = number(value);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        Instant end = row.start().plus(row.interval().multipliedBy(row.values().size()));
        return time(meter, row.start(), end);
    }

    private static boolean divides(Duration interval) {
        return interval.compareTo(Duration.ofMinutes(1)) >= 0
                && interval.compareTo(DAY) <= 0
                && interval.toMillis() % 60_000 == 0
                && interval.getNano() % 1_000_000 == 0
                && DAY.toMillis() % interval.toMillis() == 0;
    }

    private static Optional<String> number(BigDecimal value) {
        if (value.signum() < 0) {
            return Optional.of("negative: " + value);
        }
        if (value.scale() > MAX_PLACES || value.scale() < -12 || value.precision() > 24) {
            return Optional.of("more than " + MAX_PLACES + " decimal places or no plain number");
        }
        return Optional.empty();
    }

    private Optional<String> time(Meter meter, Instant start, Instant end) {
        if (end.isAfter(now.plus(settings.clockDrift()))) {
            return Optional.of("in the future: " + end + ", and now it is " + now);
        }
        if (start.isBefore(Instant.EPOCH)) {
            return Optional.of("no meter read anything in " + start);
        }
        return meter.removed()
                .filter(removed -> end.isAfter(removed))
                .map(removed -> "the meter was removed at " + removed);
    }
}
