package org.openprepay.metering.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeteringStore;
import org.openprepay.metering.MeteringStore.Head;
import org.openprepay.metering.MeteringStore.ProfileDay;
import org.openprepay.metering.MeteringStore.Reading;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;

/**
 * One call's rows on their way into the store. Meters and heads are read once, rows are written
 * once; only a row that does not follow its meter's newest point looks anything up.
 */
final class Delivery {
    private final MeteringStore store;
    private final RowCheck check;
    private final Instant now;
    private final Map<MeterId, Meter> meters;
    private final Map<MeterId, Head> heads;
    private final Map<MeterId, Head> moved = new LinkedHashMap<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<ProfileDay> days = new ArrayList<>();
    private final RegisterRows registerRows;
    private final ProfileRows profileRows;

    Delivery(
            MeteringStore store,
            Usage usage,
            Settings settings,
            Instant now,
            Instant received,
            Collection<Row> rows) {
        this.store = store;
        this.check = new RowCheck(settings, now);
        this.now = received;
        Set<MeterId> ids =
                rows.stream().map(Row::meter).collect(Collectors.toCollection(TreeSet::new));
        this.meters = store.meters(ids);
        this.heads = new HashMap<>(store.heads(ids));
        this.registerRows = new RegisterRows(this, usage);
        this.profileRows = new ProfileRows(this, usage);
    }

    /** Takes the rows, each meter's in time order, and writes everything. */
    List<Verdict> take(List<Row> rows) {
        Verdict[] verdicts = new Verdict[rows.size()];
        Comparator<Integer> inTime =
                Comparator.<Integer, MeterId>comparing(i -> rows.get(i).meter())
                        .thenComparing(i -> time(rows.get(i)))
                        .thenComparing(i -> rows.get(i) instanceof Row.Profile);
        IntStream.range(0, rows.size())
                .boxed()
                .sorted(inTime)
                .forEach(i -> verdicts[i] = take(rows.get(i)));
        flush();
        return Arrays.asList(verdicts);
    }

    private Verdict take(Row row) {
        Meter meter = meters.get(row.meter());
        Optional<String> flaw =
                meter == null
                        ? Optional.of("unknown meter " + row.meter() + ": register it first")
                        : check.flaw(meter, row);
        if (meter == null || flaw.isPresent()) {
            return quarantined(row, flaw.orElse(""));
        }
        return row instanceof Row.Register register
                ? registerRows.take(meter, register)
                : profileRows.take(meter, (Row.Profile) row);
    }

    private static Instant time(Row row) {
        return row instanceof Row.Register register ? register.at() : ((Row.Profile) row).start();
    }

    MeteringStore store() {
        return store;
    }

    Instant now() {
        return now;
    }

    Optional<Head> head(MeterId meter) {
        return Optional.ofNullable(heads.get(meter));
    }

    void move(Head head) {
        heads.put(head.meter(), head);
        moved.put(head.meter(), head);
    }

    void add(Reading reading) {
        readings.add(reading);
    }

    void add(Collection<ProfileDay> changed) {
        days.addAll(changed);
    }

    /** Writes what waits, so that the store can be asked about it. */
    void flush() {
        if (!readings.isEmpty()) {
            store.addReadings(List.copyOf(readings));
            readings.clear();
        }
        if (!days.isEmpty()) {
            store.addProfiles(List.copyOf(days));
            days.clear();
        }
        if (!moved.isEmpty()) {
            store.putHeads(List.copyOf(moved.values()));
            moved.clear();
        }
    }

    Verdict quarantined(Row row, String why) {
        store.quarantine(row.meter(), RowText.of(row), why, now);
        return verdict(row, Verdict.State.QUARANTINED, why);
    }

    /** Stored, but a person sees it and may let it count at once. */
    Verdict held(Row row, String why, Usage.Change change) {
        store.quarantine(row.meter(), RowText.of(row), why, now);
        return new Verdict(row.meter(), Verdict.State.HELD, why, change.fresh(), change.from());
    }

    static Verdict verdict(Row row, Verdict.State state, String why) {
        return new Verdict(row.meter(), state, why, List.of(), Optional.empty());
    }

    static Verdict verdict(Row row, Verdict.State state, Usage.Change change) {
        return new Verdict(row.meter(), state, "", change.fresh(), change.from());
    }
}
