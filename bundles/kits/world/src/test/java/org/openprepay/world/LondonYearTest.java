package org.openprepay.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openprepay.api.UsageInterval;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.RuleEngine;
import org.openprepay.rulebook.Rulebook;
import org.openprepay.rules.drools.DroolsRuleEngine;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;
import org.openprepay.tariff.Tariffs;
import org.openprepay.tariff.internal.RunningBills;
import org.openprepay.tariff.internal.TariffPackKind;

/** Two years of one real household under each tariff, with the real rules engine. */
@Tag("TAR-03")
@Tag("TAR-04")
class LondonYearTest {
    private static final String ALWAYS = "2000-01-01T00:00:00Z";
    private static final List<String> PACKS = List.of("flat", "domestic", "time-of-use");

    private static Map<YearMonth, List<UsageInterval>> months = Map.of();
    private static Rulebook rulebook = rulebook();
    private static Tariffs tariffs = new RunningBills(rulebook);

    private static Rulebook rulebook() {
        RuleEngine engine = DroolsRuleEngine.plain();
        return MemoryRulebook.over(engine, new TariffPackKind(engine));
    }

    @BeforeAll
    static void publishAndRead() {
        PACKS.forEach(name -> MemoryRulebook.publish(rulebook, MemoryRulebook.pack(name), ALWAYS));
        months = London.byMonth(London.readings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "domestic", "time-of-use"})
    void everyWayOfReadingGivesTheSameBillToTheLastDecimal(String tariff) {
        assertEquals(27, months.size());
        for (List<UsageInterval> month : months.values()) {
            BillState open = open(tariff, month);
            BillState atOnce = accrued(tariffs.fold(open, month).after(), month);
            assertEquals(atOnce, oneByOne(open, month));
            assertEquals(atOnce, dayByDay(open, month));
            assertEquals(atOnce, shuffled(open, month, new Random(month.size())));
            assertEquals(
                    PlainBill.of(tariff, month, atOnce.days()).setScale(6),
                    atOnce.total().setScale(6));
        }
    }

    @Test
    @Tag("TAR-01")
    void aPriceEditedInMidMonthStillGivesOneBill() {
        PackFiles pack = MemoryRulebook.pack("domestic");
        Map<String, String> files = pack.files();
        PackFiles second =
                MemoryRulebook.edited(
                        PackFiles.of("second", files), "prices.table.csv", "0.14228", "0.16");
        MemoryRulebook.publish(rulebook, PackFiles.of("second", files), ALWAYS);
        MemoryRulebook.publish(rulebook, second, "2012-10-17T11:11:11Z");
        List<UsageInterval> month = months.get(YearMonth.of(2012, 10));
        BillState open = open("second", month);
        BillState atOnce = accrued(tariffs.fold(open, month).after(), month);
        assertEquals(2, atOnce.segments().size());
        assertEquals(atOnce, oneByOne(open, month));
        assertEquals(atOnce, dayByDay(open, month));
        assertEquals(atOnce, shuffled(open, month, new Random(7)));
    }

    private static BillState open(String tariff, List<UsageInterval> month) {
        return tariffs.open(tariff, London.ZONE, month.get(0).start()).orThrow();
    }

    private static BillState accrued(BillState state, List<UsageInterval> month) {
        return tariffs.accrue(state, month.get(month.size() - 1).start()).after();
    }

    private static BillState oneByOne(BillState open, List<UsageInterval> month) {
        BillState state = open;
        LocalDate today = LocalDate.MIN;
        BigDecimal posted = BigDecimal.ZERO;
        for (UsageInterval each : month) {
            LocalDate day = London.date(each.start());
            if (!day.equals(today)) {
                Priced accrued = tariffs.accrue(state, each.start());
                posted = posted.add(accrued.change().amount());
                state = accrued.after();
                today = day;
            }
            Priced priced = tariffs.fold(state, List.of(each));
            posted = posted.add(priced.change().amount());
            state = priced.after();
        }
        assertEquals(state.total().setScale(6), posted.setScale(6));
        return state;
    }

    private static BillState dayByDay(BillState open, List<UsageInterval> month) {
        BillState state = open;
        for (List<UsageInterval> day : London.byDay(month).values()) {
            Instant night = day.get(day.size() - 1).start();
            state = tariffs.accrue(tariffs.fold(state, day).after(), night).after();
        }
        return state;
    }

    private static BillState shuffled(BillState open, List<UsageInterval> month, Random random) {
        List<UsageInterval> arrival = new ArrayList<>(month);
        Collections.shuffle(arrival, random);
        List<UsageInterval> known = new ArrayList<>();
        BillState state = accrued(open, month);
        BigDecimal posted = state.total();
        for (int i = 0; i < arrival.size(); ) {
            int next = Math.min(arrival.size(), i + 1 + random.nextInt(60));
            known.addAll(arrival.subList(i, next));
            known.sort(Comparator.comparing(UsageInterval::start));
            Priced priced = tariffs.refold(state, known);
            posted = posted.add(priced.change().amount());
            state = priced.after();
            i = next;
        }
        assertEquals(state.total().setScale(6), posted.setScale(6));
        return state;
    }
}
