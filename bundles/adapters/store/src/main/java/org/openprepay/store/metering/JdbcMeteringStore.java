package org.openprepay.store.metering;

import static org.openprepay.store.tx.Sql.row;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.openprepay.metering.MeteringStore;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Meters and readings in JDBC batches. */
@Component
public final class JdbcMeteringStore implements MeteringStore {
    private final Sql sql;
    private final Readings readings;

    @Activate
    public JdbcMeteringStore(@Reference Sql sql) {
        this.sql = sql;
        this.readings = new Readings(sql);
    }

    @Override
    public void add(Meter meter) {
        sql.update(
                "insert into meter (id, driver, address, commodity, register_digits, max_power,"
                        + " multipliers, settings, registered, removed)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                MeterText.row(meter));
    }

    @Override
    public Map<MeterId, Meter> meters(Collection<MeterId> ids) {
        return sql.listOf("select * from meter where id in (:ids)", MeterText::meter, ids).stream()
                .collect(Collectors.toMap(Meter::id, Function.identity()));
    }

    @Override
    public Optional<Meter> at(String driver, String address) {
        return sql.one(
                "select * from meter where driver = ? and address = ? and removed is null"
                        + " order by registered desc limit 1",
                MeterText::meter,
                driver,
                address);
    }

    @Override
    public List<Meter> list(int limit, Optional<String> after) {
        return sql.list(
                "select * from meter where id > ? order by id limit ?",
                MeterText::meter,
                after.orElse(""),
                limit);
    }

    /** Locked in id order, so that two deliveries of one meter follow each other. */
    @Override
    public Map<MeterId, Head> heads(Collection<MeterId> ids) {
        return sql
                .listOf(
                        "select * from meter_head where meter in (:ids) order by meter for update",
                        JdbcMeteringStore::head,
                        ids)
                .stream()
                .collect(Collectors.toMap(Head::meter, Function.identity()));
    }

    private static Head head(Columns columns) throws SQLException {
        return new Head(
                new MeterId(columns.text("meter")),
                columns.text("register"),
                columns.instant("known_to"),
                columns.maybeDecimal("reading"));
    }

    @Override
    public void putHeads(Collection<Head> heads) {
        sql.batch(
                "insert into meter_head (meter, register, known_to, reading) values (?, ?, ?, ?)"
                        + " on duplicate key update register = values(register),"
                        + " known_to = values(known_to), reading = values(reading)",
                heads.stream()
                        .sorted((a, b) -> a.meter().compareTo(b.meter()))
                        .map(
                                head ->
                                        row(
                                                head.meter(),
                                                head.register(),
                                                head.at(),
                                                head.value().map(Readings::exact)))
                        .toList());
    }

    @Override
    public void addReadings(List<Reading> rows) {
        readings.add(rows);
    }

    @Override
    public void addProfiles(List<ProfileDay> days) {
        readings.addDays(days);
    }

    @Override
    public List<Reading> readings(MeterId meter, String register, Instant from, Instant to) {
        return readings.between(meter, register, from, to);
    }

    @Override
    public Optional<Reading> before(MeterId meter, String register, Instant at) {
        return readings.nearest(meter, register, "<", "desc", at);
    }

    @Override
    public Optional<Reading> after(MeterId meter, String register, Instant at) {
        return readings.nearest(meter, register, ">", "asc", at);
    }

    @Override
    public List<ProfileDay> profiles(MeterId meter, String register, Instant from, Instant to) {
        return readings.days(meter, register, from, to);
    }

    @Override
    public long quarantine(MeterId meter, String row, String why, Instant received) {
        return sql.insert(
                "insert into quarantine (meter, content, why, received, state, decided_by)"
                        + " values (?, ?, ?, ?, 'OPEN', '')",
                meter,
                row,
                why,
                received);
    }

    @Override
    public Optional<Metering.Quarantined> quarantined(long id) {
        return sql.one("select * from quarantine where id = ?", JdbcMeteringStore::held, id);
    }

    @Override
    public List<Metering.Quarantined> quarantined(int limit, Optional<String> after) {
        return sql.list(
                "select * from quarantine where id < ? order by id desc limit ?",
                JdbcMeteringStore::held,
                after.map(Long::valueOf).orElse(Long.MAX_VALUE),
                limit);
    }

    private static Metering.Quarantined held(Columns columns) throws SQLException {
        return new Metering.Quarantined(
                columns.number("id"),
                new MeterId(columns.text("meter")),
                columns.text("content"),
                columns.text("why"),
                columns.instant("received"),
                columns.text("state"),
                columns.text("decided_by"));
    }

    @Override
    public void decide(long id, String state, String by) {
        sql.update("update quarantine set state = ?, decided_by = ? where id = ?", state, by, id);
    }

    @Override
    public void remember(MeterId meter, Map<String, String> values) {
        sql.batch(
                "insert into meter_memory (meter, name, content) values (?, ?, ?)"
                        + " on duplicate key update content = values(content)",
                values.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(value -> row(meter, value.getKey(), value.getValue()))
                        .toList());
    }

    @Override
    public Map<String, String> memory(MeterId meter) {
        var memory = new HashMap<String, String>();
        sql.list(
                        "select name, content from meter_memory where meter = ?",
                        columns -> Map.entry(columns.text("name"), columns.text("content")),
                        meter)
                .forEach(value -> memory.put(value.getKey(), value.getValue()));
        return memory;
    }

    @Override
    public void putSecret(MeterId meter, String hash) {
        sql.update(
                "insert into meter_secret (meter, hash) values (?, ?)"
                        + " on duplicate key update hash = values(hash)",
                meter,
                hash);
    }

    @Override
    public Optional<String> secret(MeterId meter) {
        return sql.one(
                "select hash from meter_secret where meter = ?",
                columns -> columns.text("hash"),
                meter);
    }

    @Override
    public Map<MeterId, Instant> lastReadings(Set<MeterId> meters) {
        return sql
                .listOf(
                        "select * from meter_head where meter in (:ids)",
                        JdbcMeteringStore::head,
                        meters)
                .stream()
                .collect(Collectors.toMap(Head::meter, Head::at));
    }
}
