package org.openprepay.tariff.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.openprepay.api.UsageInterval;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;

/** However readings are grouped, in whatever order they come, the bill is the same. */
class GroupingTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant MARCH = Instant.parse("2012-03-01T00:00:00Z");

    private final RunningBills tariffs = new RunningBills(shelf());
    private final TextBillCodec codec = new TextBillCodec();

    /** Each tariff gets a new version in mid-month, inside an interval. */
    private static Shelf shelf() {
        var shelf = new Shelf();
        for (String name : List.of("flat", "domestic", "time-of-use")) {
            PackFiles pack = Packs.load(name);
            shelf.put(pack, "2000-01-01T00:00:00Z");
            PackFiles edited = Packs.edited(pack, "prices.table.csv", ",0.1", ",0.3");
            shelf.put(edited, "2012-03-14T10:10:00Z");
        }
        return shelf;
    }

    @Property(tries = 150)
    @Tag("TAR-03")
    void anyGroupingAndAnyOrderEndInTheSameState(
            @ForAll("tariffs") String tariff,
            @ForAll("amounts") List<Integer> amounts,
            @ForAll long seed) {
        List<UsageInterval> all = intervals(amounts);
        BillState open = tariffs.open(tariff, LONDON, MARCH).orThrow();
        Instant midnight = Instant.parse("2012-03-16T00:00:00Z");
        BillState atOnce = tariffs.accrue(tariffs.fold(open, all).after(), midnight).after();
        assertEquals(atOnce, grouped(open, all, midnight, new Random(seed)));
        assertEquals(atOnce, shuffled(open, all, midnight, new Random(seed)));
        assertEquals(atOnce, codec.read(codec.write(atOnce)));
    }

    private BillState grouped(
            BillState open, List<UsageInterval> all, Instant midnight, Random random) {
        BillState state = open;
        BigDecimal posted = BigDecimal.ZERO;
        int accrueAt = random.nextInt(all.size());
        for (int i = 0; i < all.size(); ) {
            if (i >= accrueAt) {
                Priced accrued = tariffs.accrue(state, midnight);
                posted = posted.add(accrued.change().amount());
                state = accrued.after();
            }
            int next = Math.min(all.size(), i + 1 + random.nextInt(10));
            Priced priced = tariffs.fold(state, all.subList(i, next));
            posted = posted.add(priced.change().amount());
            state = priced.after();
            i = next;
        }
        Priced accrued = tariffs.accrue(state, midnight);
        posted = posted.add(accrued.change().amount());
        assertEquals(0, posted.compareTo(accrued.after().total()));
        return accrued.after();
    }

    private BillState shuffled(
            BillState open, List<UsageInterval> all, Instant midnight, Random random) {
        List<UsageInterval> arrival = new ArrayList<>(all);
        Collections.shuffle(arrival, random);
        List<UsageInterval> known = new ArrayList<>();
        BillState state = tariffs.accrue(open, midnight).after();
        for (UsageInterval each : arrival) {
            known.add(each);
            known.sort(Comparator.comparing(UsageInterval::start));
            state = tariffs.refold(state, known).after();
        }
        return state;
    }

    private static List<UsageInterval> intervals(List<Integer> amounts) {
        List<UsageInterval> all = new ArrayList<>();
        Instant at = Instant.parse("2012-03-13T09:00:00Z");
        for (int amount : amounts) {
            Instant end = at.plus(Duration.ofMinutes(17 + amount % 40));
            all.add(new UsageInterval(at, end, BigDecimal.valueOf(amount, 3), amount % 5 == 0));
            at = amount % 7 == 0 ? end.plus(Duration.ofMinutes(50)) : end;
        }
        return all;
    }

    @Provide
    Arbitrary<List<Integer>> amounts() {
        return Arbitraries.integers().between(0, 9_999).list().ofMinSize(1).ofMaxSize(100);
    }

    @Provide
    Arbitrary<String> tariffs() {
        return Arbitraries.of("flat", "domestic", "time-of-use");
    }
}
