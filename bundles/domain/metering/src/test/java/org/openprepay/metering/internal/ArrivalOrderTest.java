package org.openprepay.metering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openprepay.api.UsageInterval;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;

/** What is charged in the end depends on the readings, never on how they arrived. */
class ArrivalOrderTest {
    private static final int HALF_HOUR = 1_800;

    private static List<Row> registers(List<Integer> usage) {
        var rows = new ArrayList<Row>();
        long watts = 999_998_500;
        for (int i = 0; i <= usage.size(); i++) {
            rows.add(Bench.row(Bench.METER, at(i), decimal(watts % 1_000_000_000).toString()));
            watts += i < usage.size() ? usage.get(i) : 0;
        }
        return rows;
    }

    private static Instant at(int slot) {
        return Bench.NEW_YEAR.plusSeconds((long) slot * HALF_HOUR);
    }

    private static BigDecimal decimal(long watts) {
        return BigDecimal.valueOf(watts, 3);
    }

    private static List<Row> profiles(List<Integer> usage) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < usage.size(); i++) {
            rows.add(Bench.profile(at(i), 30, decimal(usage.get(i)).toString()));
        }
        return rows;
    }

    private static List<UsageInterval> expected(List<Integer> usage) {
        var all = new ArrayList<UsageInterval>();
        for (int i = 0; i < usage.size(); i++) {
            all.add(new UsageInterval(at(i), at(i + 1), decimal(usage.get(i)), false));
        }
        return all;
    }

    @Property(tries = 150)
    @Tag("READ-09")
    @Tag("HES-26")
    void registerReadingsInAnyOrderAndGroupingGiveTheSameUsage(
            @ForAll @Size(min = 1, max = 100) List<@IntRange(max = 4_000) Integer> usage,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int batch) {
        var bench = new Bench();
        deliver(bench, registers(usage), new Random(seed), batch);
        assertEquals(expected(usage), bench.usage());
    }

    @Property(tries = 100)
    @Tag("READ-09")
    void profilesAndRegistersMixedInAnyOrderGiveTheProfile(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 4_000) Integer> usage,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int batch) {
        var bench = new Bench();
        List<Row> rows = registers(usage);
        rows.addAll(profiles(usage));
        deliver(bench, rows, new Random(seed), batch);
        assertEquals(expected(usage), bench.usage());
    }

    /**
     * A charger that adds what is fresh, and folds anew from where something changed, knows the
     * same usage as the store after each delivery.
     */
    @Property(tries = 100)
    @Tag("READ-09")
    void verdictsTellEverythingThatChanged(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 4_000) Integer> usage,
            @ForAll long seed) {
        var bench = new Bench();
        List<Row> rows = registers(usage);
        rows.addAll(profiles(usage));
        Collections.shuffle(rows, new Random(seed));
        var charged = new ArrayList<UsageInterval>();
        for (Row row : rows) {
            Verdict verdict = bench.take(row);
            verdict.changedFrom()
                    .ifPresent(
                            from -> {
                                charged.removeIf(i -> !i.start().isBefore(from));
                                charged.addAll(bench.desk.usage(Bench.METER, from, at(500)));
                            });
            charged.addAll(verdict.fresh());
            assertEquals(bench.usage(), charged);
        }
    }

    private static void deliver(Bench bench, List<Row> rows, Random random, int batch) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        shuffled.addAll(shuffled.subList(0, Math.min(5, shuffled.size())));
        for (int from = 0; from < shuffled.size(); from += batch) {
            int to = Math.min(from + batch, shuffled.size());
            bench.desk.accept(Bench.FEED, shuffled.subList(from, to));
        }
    }
}
