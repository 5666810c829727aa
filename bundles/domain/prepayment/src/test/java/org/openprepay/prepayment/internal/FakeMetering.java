package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openprepay.api.Caller;
import org.openprepay.api.Commodity;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;
import org.openprepay.api.UsageInterval;
import org.openprepay.ledger.FakeTransactions;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;

/** Believes every profile row; a row for known time replaces what was known. */
final class FakeMetering implements Metering, FakeTransactions.Undoable {
    private Map<MeterId, TreeMap<Instant, UsageInterval>> usage = new HashMap<>();

    @Override
    public Runnable snapshot() {
        Map<MeterId, TreeMap<Instant, UsageInterval>> before = new HashMap<>();
        usage.forEach((meter, known) -> before.put(meter, new TreeMap<>(known)));
        return () -> usage = before;
    }

    @Override
    public List<Verdict> accept(Caller caller, List<Row> rows) {
        return rows.stream().map(row -> accept((Row.Profile) row)).toList();
    }

    private Verdict accept(Row.Profile row) {
        var known = usage.computeIfAbsent(row.meter(), key -> new TreeMap<>());
        Instant head = known.isEmpty() ? Instant.MIN : known.lastEntry().getValue().end();
        var fresh = new ArrayList<UsageInterval>();
        Optional<Instant> changed = Optional.empty();
        Instant at = row.start();
        for (BigDecimal value : row.values()) {
            var interval = new UsageInterval(at, at.plus(row.interval()), value, false);
            if (at.isBefore(head)) {
                changed = Optional.of(changed.filter(at::isAfter).orElse(at));
            } else {
                fresh.add(interval);
            }
            known.put(at, interval);
            at = interval.end();
        }
        return new Verdict(row.meter(), Verdict.State.ACCEPTED, "", fresh, changed);
    }

    @Override
    public List<UsageInterval> usage(MeterId meter, Instant from, Instant to) {
        return List.copyOf(
                usage.getOrDefault(meter, new TreeMap<>()).subMap(from, true, to, false).values());
    }

    @Override
    public Map<MeterId, Instant> lastReadings(Set<MeterId> meters) {
        Map<MeterId, Instant> last = new HashMap<>();
        usage.forEach((meter, known) -> last.put(meter, known.lastEntry().getValue().end()));
        last.keySet().retainAll(meters);
        return last;
    }

    @Override
    public Optional<Meter> find(MeterId id) {
        return id.value().startsWith("m")
                ? Optional.of(
                        new Meter(
                                id,
                                "fake",
                                id.value(),
                                Commodity.ELECTRICITY,
                                6,
                                BigDecimal.TEN,
                                List.of(),
                                Map.of(),
                                Instant.EPOCH,
                                Optional.empty()))
                : Optional.empty();
    }

    @Override
    public Outcome<Verdict> release(Caller caller, long id, String reason) {
        return Outcome.refused("NOT_OPEN", "nothing is in quarantine");
    }

    @Override
    public Outcome<Meter> register(Caller caller, Meter meter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Meter> at(String driver, String address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<Meter> list(Caller caller, int limit, Optional<String> after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Stored> readings(
            Caller caller, MeterId meter, Instant from, Instant to, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<Quarantined> quarantine(Caller caller, int limit, Optional<String> after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<Quarantined> reject(Caller caller, long id, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remember(MeterId meter, Map<String, String> values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> memory(MeterId meter) {
        throw new UnsupportedOperationException();
    }
}
