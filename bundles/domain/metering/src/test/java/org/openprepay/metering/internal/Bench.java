package org.openprepay.metering.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.Caller;
import org.openprepay.api.Commodity;
import org.openprepay.api.MeterId;
import org.openprepay.api.Right;
import org.openprepay.api.UsageInterval;
import org.openprepay.api.UtilityClock;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;

/** A desk with one meter of 10 kW and six digits, in January 2026. */
final class Bench implements UtilityClock {
    static final MeterId METER = new MeterId("0042");
    static final Caller FEED = new Caller("driver:test", Set.of(Right.FEED));
    static final Caller STAFF = new Caller("olga", Set.of(Right.OPERATE, Right.VIEW));
    static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    static final Settings SETTINGS =
            new Settings(
                    Duration.ofMinutes(5),
                    Duration.ofDays(7),
                    new BigDecimal("1.2"),
                    BigDecimal.ONE,
                    new BigDecimal("0.02"));

    final FakeMeteringStore store = new FakeMeteringStore();
    final ReadingDesk desk;
    private Instant now = NEW_YEAR.plus(Duration.ofDays(365));

    Bench(Meter.Multiplier... multipliers) {
        desk = new ReadingDesk(new DirectTransactions(), store, this, this, SETTINGS);
        desk.register(STAFF, meter(METER, "addr-42", multipliers)).orThrow();
    }

    static Meter meter(MeterId id, String address, Meter.Multiplier... multipliers) {
        return new Meter(
                id,
                "meter-mqtt-json",
                address,
                Commodity.ELECTRICITY,
                6,
                BigDecimal.TEN,
                Arrays.asList(multipliers),
                Map.of(),
                NEW_YEAR,
                Optional.empty());
    }

    void nowIs(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public double pace() {
        return 1;
    }

    static Instant at(String time) {
        return Instant.parse("2026-" + time + ":00Z");
    }

    static Row.Register row(String time, String value) {
        return row(METER, at(time), value);
    }

    static Row.Register row(MeterId meter, Instant at, String value) {
        return new Row.Register(
                meter, Meter.IMPORT, at, new BigDecimal(value), "kWh", "driver:meter-mqtt-json");
    }

    static Row.Profile profile(String time, String... values) {
        return profile(at(time), 30, values);
    }

    static Row.Profile profile(Instant start, int minutes, String... values) {
        return new Row.Profile(
                METER,
                Meter.IMPORT,
                start,
                Duration.ofMinutes(minutes),
                Arrays.stream(values).map(BigDecimal::new).toList(),
                "kWh",
                "driver:meter-mqtt-json");
    }

    Verdict take(String time, String value) {
        return take(row(time, value));
    }

    Verdict take(Row row) {
        return desk.accept(FEED, List.of(row)).get(0);
    }

    List<UsageInterval> usage() {
        return desk.usage(METER, NEW_YEAR.minusSeconds(86_400), now);
    }

    BigDecimal total() {
        return usage().stream()
                .map(UsageInterval::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    static UsageInterval used(String start, String end, String amount, boolean estimated) {
        return new UsageInterval(at(start), at(end), new BigDecimal(amount), estimated);
    }
}
