package org.openprepay.metering.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.openprepay.metering.MeteringStore;

/** Keeps everything in maps; counts look-ups, to prove that the hot path makes none. */
final class FakeMeteringStore implements MeteringStore {
    final Map<MeterId, Meter> meters = new TreeMap<>();
    final Map<MeterId, Head> heads = new HashMap<>();
    final List<Reading> written = new ArrayList<>();
    final List<ProfileDay> writtenDays = new ArrayList<>();
    final List<Metering.Quarantined> quarantine = new ArrayList<>();
    final Map<MeterId, String> secrets = new HashMap<>();
    int lookUps;
    private final Map<MeterId, NavigableMap<Instant, Reading>> newest = new HashMap<>();
    private final Map<MeterId, NavigableMap<Instant, ProfileDay>> days = new HashMap<>();
    private final Map<MeterId, Map<String, String>> memory = new HashMap<>();

    @Override
    public void add(Meter meter) {
        meters.put(meter.id(), meter);
    }

    @Override
    public Map<MeterId, Meter> meters(Collection<MeterId> ids) {
        var found = new HashMap<>(meters);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public Optional<Meter> at(String driver, String address) {
        return meters.values().stream()
                .filter(m -> m.driver().equals(driver) && m.address().equals(address))
                .findFirst();
    }

    @Override
    public List<Meter> list(int limit, Optional<String> after) {
        return meters.values().stream()
                .filter(m -> after.map(a -> m.id().value().compareTo(a) > 0).orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<MeterId, Head> heads(Collection<MeterId> ids) {
        var found = new HashMap<>(heads);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public void putHeads(Collection<Head> moved) {
        moved.forEach(head -> heads.put(head.meter(), head));
    }

    @Override
    public void addReadings(List<Reading> readings) {
        for (Reading reading : readings) {
            boolean taken =
                    written.stream()
                            .anyMatch(
                                    r ->
                                            r.meter().equals(reading.meter())
                                                    && r.at().equals(reading.at())
                                                    && r.revision() == reading.revision());
            if (taken) {
                throw new IllegalStateException("one revision twice: " + reading);
            }
            written.add(reading);
            of(reading.meter()).put(reading.at(), reading);
        }
    }

    @Override
    public void addProfiles(List<ProfileDay> changed) {
        for (ProfileDay day : changed) {
            writtenDays.add(day);
            days.computeIfAbsent(day.meter(), m -> new TreeMap<>()).put(day.day(), day);
        }
    }

    private NavigableMap<Instant, Reading> of(MeterId meter) {
        return newest.computeIfAbsent(meter, m -> new TreeMap<>());
    }

    @Override
    public List<Reading> readings(MeterId meter, String register, Instant from, Instant to) {
        lookUps++;
        return List.copyOf(of(meter).subMap(from, true, to, true).values());
    }

    @Override
    public Optional<Reading> before(MeterId meter, String register, Instant at) {
        lookUps++;
        return Optional.ofNullable(of(meter).lowerEntry(at)).map(Map.Entry::getValue);
    }

    @Override
    public Optional<Reading> after(MeterId meter, String register, Instant at) {
        lookUps++;
        return Optional.ofNullable(of(meter).higherEntry(at)).map(Map.Entry::getValue);
    }

    @Override
    public List<ProfileDay> profiles(MeterId meter, String register, Instant from, Instant to) {
        lookUps++;
        return days.getOrDefault(meter, new TreeMap<>()).values().stream()
                .filter(day -> day.day().isBefore(to))
                .filter(day -> day.day().plus(Duration.ofDays(1)).isAfter(from))
                .toList();
    }

    @Override
    public long quarantine(MeterId meter, String row, String why, Instant received) {
        long id = quarantine.size() + 1L;
        quarantine.add(new Metering.Quarantined(id, meter, row, why, received, "OPEN", ""));
        return id;
    }

    @Override
    public Optional<Metering.Quarantined> quarantined(long id) {
        return quarantine.stream().filter(row -> row.id() == id).findFirst();
    }

    @Override
    public List<Metering.Quarantined> quarantined(int limit, Optional<String> after) {
        return quarantine.stream()
                .sorted(Comparator.comparingLong(Metering.Quarantined::id).reversed())
                .filter(row -> after.map(a -> row.id() < Long.parseLong(a)).orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public void decide(long id, String state, String by) {
        quarantine.replaceAll(
                row ->
                        row.id() != id
                                ? row
                                : new Metering.Quarantined(
                                        id,
                                        row.meter(),
                                        row.row(),
                                        row.why(),
                                        row.received(),
                                        state,
                                        by));
    }

    @Override
    public void remember(MeterId meter, Map<String, String> values) {
        memory.computeIfAbsent(meter, m -> new HashMap<>()).putAll(values);
    }

    @Override
    public Map<String, String> memory(MeterId meter) {
        return Map.copyOf(memory.getOrDefault(meter, Map.of()));
    }

    @Override
    public void putSecret(MeterId meter, String hash) {
        secrets.put(meter, hash);
    }

    @Override
    public Optional<String> secret(MeterId meter) {
        return Optional.ofNullable(secrets.get(meter));
    }

    @Override
    public Map<MeterId, Instant> lastReadings(Set<MeterId> asked) {
        var last = new HashMap<MeterId, Instant>();
        heads(asked).forEach((meter, head) -> last.put(meter, head.at()));
        return last;
    }
}
