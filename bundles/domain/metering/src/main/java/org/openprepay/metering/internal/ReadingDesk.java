package org.openprepay.metering.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Slice;
import org.openprepay.api.Transactions;
import org.openprepay.api.UsageInterval;
import org.openprepay.api.UtilityClock;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.openprepay.metering.MeteringStore;
import org.openprepay.metering.MeteringStore.Reading;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Where meters are registered and readings are believed or not. */
@Component(service = Metering.class, configurationPid = "org.openprepay.metering")
@Designate(ocd = MeteringConfig.class)
public final class ReadingDesk implements Metering {
    private final Transactions transactions;
    private final MeteringStore store;
    private final UtilityClock clock;
    private final InstantSource wall;
    private final Settings settings;
    private final Usage usage;
    private final MeterRegistry registry;
    private final Quarantine quarantine;

    @Activate
    public ReadingDesk(
            @Reference Transactions transactions,
            @Reference MeteringStore store,
            @Reference UtilityClock clock,
            @Reference(target = "(clock=wall)") InstantSource wall,
            MeteringConfig config) {
        this(transactions, store, clock, wall, Settings.of(config));
    }

    ReadingDesk(
            Transactions transactions,
            MeteringStore store,
            UtilityClock clock,
            InstantSource wall,
            Settings settings) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.wall = wall;
        this.settings = settings;
        this.usage = new Usage(settings);
        this.registry = new MeterRegistry(store);
        this.quarantine = new Quarantine(store, this::take);
    }

    @Override
    public Outcome<Meter> register(Caller caller, Meter meter) {
        Rights.operates(caller);
        return transactions.run(() -> registry.register(meter));
    }

    @Override
    public Optional<Meter> find(MeterId id) {
        return transactions.read(() -> Optional.ofNullable(store.meters(Set.of(id)).get(id)));
    }

    @Override
    public Optional<Meter> at(String driver, String address) {
        return transactions.read(() -> store.at(driver, address));
    }

    @Override
    public Slice<Meter> list(Caller caller, int limit, Optional<String> after) {
        caller.require(Right.VIEW);
        return transactions.read(() -> registry.list(limit, after));
    }

    @Override
    public List<Verdict> accept(Caller caller, List<Row> rows) {
        caller.require(Right.FEED);
        return written(() -> take(rows));
    }

    private List<Verdict> take(List<Row> rows) {
        return new Delivery(store, usage, settings, clock.instant(), wall.instant(), rows)
                .take(rows);
    }

    @Override
    public List<UsageInterval> usage(MeterId meter, Instant from, Instant to) {
        return transactions.read(() -> usageOf(meter, from, to));
    }

    private List<UsageInterval> usageOf(MeterId id, Instant from, Instant to) {
        Meter meter = store.meters(Set.of(id)).get(id);
        if (meter == null || !from.isBefore(to)) {
            return List.of();
        }
        List<Reading> readings = around(id, from, to);
        Instant first = readings.stream().map(Reading::at).findFirst().orElse(from);
        Instant last = readings.isEmpty() ? to : readings.get(readings.size() - 1).at();
        Slots slots =
                Slots.of(
                        store.profiles(
                                id,
                                Meter.IMPORT,
                                first.isBefore(from) ? first : from,
                                last.isAfter(to) ? last : to));
        return usage.derive(meter, readings, slots).stream()
                .filter(i -> !i.start().isBefore(from) && i.start().isBefore(to))
                .toList();
    }

    private List<Reading> around(MeterId id, Instant from, Instant to) {
        var readings = new ArrayList<Reading>();
        store.before(id, Meter.IMPORT, from).ifPresent(readings::add);
        readings.addAll(store.readings(id, Meter.IMPORT, from, to));
        store.after(id, Meter.IMPORT, to).ifPresent(readings::add);
        return readings;
    }

    @Override
    public List<Stored> readings(
            Caller caller, MeterId meter, Instant from, Instant to, int limit) {
        caller.require(Right.VIEW);
        return find(meter).map(known -> stored(known, from, to, limit)).orElse(List.of());
    }

    private List<Stored> stored(Meter meter, Instant from, Instant to, int limit) {
        String unit = meter.commodity().unit().code();
        var newest =
                new ArrayList<>(
                        transactions.read(
                                () -> store.readings(meter.id(), Meter.IMPORT, from, to)));
        Collections.reverse(newest);
        return newest.stream()
                .limit(Math.max(0, Math.min(limit, Slice.MAX)))
                .map(
                        r ->
                                new Stored(
                                        r.register(),
                                        r.at(),
                                        r.value(),
                                        unit,
                                        r.revision(),
                                        r.source(),
                                        r.received()))
                .toList();
    }

    @Override
    public Map<MeterId, Instant> lastReadings(Set<MeterId> meters) {
        return transactions.read(() -> store.lastReadings(meters));
    }

    @Override
    public Slice<Quarantined> quarantine(Caller caller, int limit, Optional<String> after) {
        caller.require(Right.VIEW);
        return transactions.read(
                () ->
                        Pages.of(
                                limit,
                                most -> store.quarantined(most, after),
                                row -> Long.toString(row.id())));
    }

    @Override
    public Outcome<Verdict> release(Caller caller, long id, String reason) {
        caller.require(Right.OPERATE);
        return transactions.run(() -> quarantine.release(caller, id, reason));
    }

    @Override
    public Outcome<Quarantined> reject(Caller caller, long id, String reason) {
        caller.require(Right.OPERATE);
        return transactions.run(() -> quarantine.reject(caller, id, reason));
    }

    @Override
    public void remember(MeterId meter, Map<String, String> values) {
        written(
                () -> {
                    store.remember(meter, values);
                    return meter;
                });
    }

    @Override
    public Map<String, String> memory(MeterId meter) {
        return transactions.read(() -> store.memory(meter));
    }

    private <T> T written(Supplier<T> body) {
        return transactions.run(() -> Outcome.accepted(body.get())).orThrow();
    }
}
