package org.openprepay.store.metering;

import static org.openprepay.store.tx.Sql.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openprepay.api.MeterId;
import org.openprepay.metering.MeteringStore.ProfileDay;
import org.openprepay.metering.MeteringStore.Reading;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;

/** Register readings a row each, profiles a row per meter and day. */
final class Readings {
    /** Decimal places of a stored register value. */
    private static final int PLACES = 12;

    private final Sql sql;

    Readings(Sql sql) {
        this.sql = sql;
    }

    /** The value as the column keeps it; never rounded. */
    static BigDecimal exact(BigDecimal value) {
        return value.scale() <= PLACES ? value : value.setScale(PLACES, RoundingMode.UNNECESSARY);
    }

    void add(List<Reading> readings) {
        sql.batch(
                "insert into reading (meter, register, occurred, revision, reading, source,"
                        + " received) values (?, ?, ?, ?, ?, ?, ?)",
                readings.stream()
                        .map(
                                one ->
                                        row(
                                                one.meter(),
                                                one.register(),
                                                one.at(),
                                                one.revision(),
                                                exact(one.value()),
                                                one.source(),
                                                one.received()))
                        .toList());
    }

    void addDays(List<ProfileDay> days) {
        sql.batch(
                "insert into profile_day (meter, register, starts, revision, minutes, readings,"
                        + " source, received) values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update minutes = values(minutes),"
                        + " readings = values(readings), source = values(source),"
                        + " received = values(received)",
                days.stream()
                        .map(
                                day ->
                                        row(
                                                day.meter(),
                                                day.register(),
                                                day.day(),
                                                day.revision(),
                                                day.intervalMinutes(),
                                                joined(day.values()),
                                                day.source(),
                                                day.received()))
                        .toList());
    }

    List<Reading> between(MeterId meter, String register, Instant from, Instant to) {
        var newest = new TreeMap<Instant, Reading>();
        sql.list(
                        "select * from reading where meter = ? and register = ? and occurred >= ?"
                                + " and occurred <= ? order by occurred, revision",
                        Readings::reading,
                        meter,
                        register,
                        from,
                        to)
                .forEach(one -> newest.put(one.at(), one));
        return List.copyOf(newest.values());
    }

    Optional<Reading> nearest(
            MeterId meter, String register, String side, String order, Instant at) {
        return sql.one(
                "select * from reading where meter = ? and register = ? and occurred "
                        + side
                        + " ? order by occurred "
                        + order
                        + ", revision desc limit 1",
                Readings::reading,
                meter,
                register,
                at);
    }

    List<ProfileDay> days(MeterId meter, String register, Instant from, Instant to) {
        var newest = new TreeMap<Instant, ProfileDay>();
        sql.list(
                        "select * from profile_day where meter = ? and register = ?"
                                + " and starts > ? and starts < ? order by starts, revision",
                        Readings::day,
                        meter,
                        register,
                        Columns.instant(Columns.nanos(from)).minus(Duration.ofDays(1)),
                        to)
                .forEach(day -> newest.put(day.day(), day));
        return List.copyOf(newest.values());
    }

    private static Reading reading(Columns columns) throws SQLException {
        return new Reading(
                new MeterId(columns.text("meter")),
                columns.text("register"),
                columns.instant("occurred"),
                columns.count("revision"),
                columns.decimal("reading"),
                columns.text("source"),
                columns.instant("received"));
    }

    private static ProfileDay day(Columns columns) throws SQLException {
        return new ProfileDay(
                new MeterId(columns.text("meter")),
                columns.text("register"),
                columns.instant("starts"),
                columns.count("minutes"),
                columns.count("revision"),
                split(columns.text("readings")),
                columns.text("source"),
                columns.instant("received"));
    }

    /** Each value ends with a comma; nothing before it is unknown. */
    private static String joined(List<Optional<BigDecimal>> values) {
        return values.stream()
                .map(value -> value.map(BigDecimal::toPlainString).orElse("") + ",")
                .collect(Collectors.joining());
    }

    private static List<Optional<BigDecimal>> split(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String[] parts = text.substring(0, text.length() - 1).split(",", -1);
        return Arrays.stream(parts)
                .map(
                        part ->
                                part.isEmpty()
                                        ? Optional.<BigDecimal>empty()
                                        : Optional.of(new BigDecimal(part)))
                .toList();
    }
}
