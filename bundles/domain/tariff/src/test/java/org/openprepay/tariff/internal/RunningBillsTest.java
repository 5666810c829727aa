package org.openprepay.tariff.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Quantity;
import org.openprepay.api.Unit;
import org.openprepay.api.UsageInterval;
import org.openprepay.rulebook.CompiledRules.RuleFailure;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;
import org.openprepay.tariff.Tariffs.Quote;

class RunningBillsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant MARCH = Instant.parse("2012-03-01T00:00:00Z");
    private static final String ALWAYS = "2000-01-01T00:00:00Z";

    private final Shelf shelf =
            new Shelf()
                    .put(Packs.load("flat"), ALWAYS)
                    .put(Packs.load("domestic"), ALWAYS)
                    .put(Packs.load("time-of-use"), ALWAYS);
    private final RunningBills tariffs = new RunningBills(shelf);

    private BillState open(String tariff, Instant from) {
        return tariffs.open(tariff, LONDON, from).orThrow();
    }

    private static UsageInterval use(String start, String amount) {
        Instant at = Instant.parse(start);
        return new UsageInterval(
                at, at.plus(Duration.ofMinutes(30)), new BigDecimal(amount), false);
    }

    private static void sameAmount(String expected, BigDecimal found) {
        assertEquals(0, new BigDecimal(expected).compareTo(found), found + " is not " + expected);
    }

    @Test
    @Tag("TAR-03")
    void tiersSplitUsageThatCrossesALimit() {
        Priced priced =
                tariffs.fold(open("domestic", MARCH), List.of(use("2012-03-05T10:00:00Z", "60")));
        sameAmount("7.718865", priced.change().amount());
        assertEquals(
                List.of("prices:first", "prices:second", "VAT 5 %"),
                priced.lines().stream().map(Priced.LineChange::key).toList());
        assertEquals("prices.table.csv:2", priced.lines().get(0).rule());
        assertEquals("First 50 kWh", priced.lines().get(0).title());
    }

    @Test
    @Tag("TAR-04")
    void bothClockChangesArePricedByCivilTime() {
        BillState spring = open("time-of-use", MARCH);
        List<UsageInterval> day = new ArrayList<>();
        for (Instant at = Instant.parse("2012-03-25T00:00:00Z");
                at.isBefore(Instant.parse("2012-03-25T23:00:00Z"));
                at = at.plus(Duration.ofMinutes(30))) {
            day.add(use(at.toString(), "1"));
        }
        BillState after = tariffs.fold(spring, day).after();
        assertEquals(46, day.size());
        assertEquals("{low|0=14, normal|0=32}", after.segments().get(0).usage().byBand() + "");

        BillState autumn = open("time-of-use", Instant.parse("2012-10-01T00:00:00Z"));
        List<UsageInterval> longDay = new ArrayList<>();
        for (Instant at = Instant.parse("2012-10-27T23:00:00Z");
                at.isBefore(Instant.parse("2012-10-29T00:00:00Z"));
                at = at.plus(Duration.ofMinutes(30))) {
            longDay.add(use(at.toString(), "1"));
        }
        after = tariffs.fold(autumn, longDay).after();
        assertEquals(50, longDay.size());
        assertEquals("{low|0=18, normal|0=32}", after.segments().get(0).usage().byBand() + "");
    }

    @Test
    @Tag("TAR-01")
    void aNewVersionPricesOnlyWhatFollowsAndCountsTiersOn() {
        shelf.put(
                Packs.edited(Packs.load("domestic"), "prices.table.csv", "0.14228", "0.20"),
                "2012-03-10T00:00:00Z");
        BillState before =
                tariffs.fold(open("domestic", MARCH), List.of(use("2012-03-05T10:00:00Z", "60")))
                        .after();
        Priced priced = tariffs.fold(before, List.of(use("2012-03-10T00:00:00Z", "10")));
        sameAmount("2.1", priced.change().amount());
        assertEquals(2, priced.after().segments().size());
        assertEquals(2, priced.lines().get(0).version());
        BillState atOnce =
                tariffs.fold(
                                open("domestic", MARCH),
                                List.of(
                                        use("2012-03-05T10:00:00Z", "60"),
                                        use("2012-03-10T00:00:00Z", "10")))
                        .after();
        assertEquals(atOnce, priced.after());
        assertEquals(
                atOnce,
                tariffs.refold(
                                atOnce,
                                List.of(
                                        use("2012-03-05T10:00:00Z", "60"),
                                        use("2012-03-10T00:00:00Z", "10")))
                        .after());
    }

    @Test
    @Tag("TAR-01")
    void aVersionThatRestartsCountsFromZero() {
        shelf.put(
                Packs.edited(
                        Packs.load("domestic"), "pack.properties", "carry=carry", "carry=restart"),
                "2012-03-10T00:00:00Z");
        BillState before =
                tariffs.fold(open("domestic", MARCH), List.of(use("2012-03-05T10:00:00Z", "60")))
                        .after();
        Priced priced = tariffs.fold(before, List.of(use("2012-03-10T00:00:00Z", "10")));
        sameAmount("1.244985", priced.change().amount());
    }

    @Test
    void usageOfAnEarlierVersionMayStillComeAfterDaysOfALaterOne() {
        shelf.put(
                Packs.edited(Packs.load("domestic"), "standing.table.csv", "0.1726", "1"),
                "2012-03-10T00:00:00Z");
        Instant later = Instant.parse("2012-03-12T09:00:00Z");
        UsageInterval old = use("2012-03-05T10:00:00Z", "60");
        UsageInterval young = use("2012-03-11T10:00:00Z", "60");
        BillState daysFirst =
                tariffs.fold(
                                tariffs.accrue(open("domestic", MARCH), later).after(),
                                List.of(old, young))
                        .after();
        BillState usageFirst =
                tariffs.accrue(
                                tariffs.fold(open("domestic", MARCH), List.of(old, young)).after(),
                                later)
                        .after();
        assertEquals(usageFirst, daysFirst);
        sameAmount("4.5534", standing(daysFirst));
    }

    private static BigDecimal standing(BillState bill) {
        return bill.lines().stream()
                .filter(line -> line.key().equals("standing:daily"))
                .map(line -> line.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void daysAccrueOnceEachAndOnlyWithinThePeriod() {
        Instant midMonth = Instant.parse("2012-03-20T15:00:00Z");
        BillState open = open("domestic", midMonth);
        Priced first = tariffs.accrue(open, midMonth);
        sameAmount("0.18123", first.change().amount());
        assertEquals(1, first.after().days());
        Priced again = tariffs.accrue(first.after(), Instant.parse("2012-03-20T23:59:59Z"));
        assertEquals(0, again.change().signum());
        assertEquals(first.after(), again.after());
        BillState end =
                tariffs.accrue(first.after(), Instant.parse("2012-05-01T00:00:00Z")).after();
        assertEquals(12, end.days());
        sameAmount("2.0712", standing(end));
    }

    @Test
    void aDayOfHalfHoursIsOneFiringAndASilentFlatMeterCostsNothing() {
        List<UsageInterval> day = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            day.add(use(MARCH.plus(Duration.ofMinutes(30L * i)).toString(), "0.25"));
        }
        BillState open = open("flat", MARCH);
        int before = shelf.fired();
        tariffs.fold(open, day);
        assertEquals(1, shelf.fired() - before);
        assertEquals(0, tariffs.accrue(open, MARCH).change().signum());
    }

    @Test
    @Tag("TAR-08")
    void aQuoteIsTheMostThatMoneyBuys() {
        BillState before =
                tariffs.fold(open("domestic", MARCH), List.of(use("2012-03-05T10:00:00Z", "45")))
                        .after();
        Money money = Money.of("GBP", "20");
        Quote quote = tariffs.quote(before, money).orThrow();
        Instant at = before.foldedTo();
        Priced bought = tariffs.purchase(before, quote.units(), at);
        assertEquals(quote.price(), bought.change());
        assertEquals(money, quote.price().plus(quote.change()));
        Quantity more = quote.units().plus(Quantity.of("0.001", Unit.KWH));
        assertTrue(tariffs.purchase(before, more, at).change().compareTo(money) > 0);
        sameAmount(
                quote.price().amount().toPlainString(),
                quote.lines().stream()
                        .map(line -> line.amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void aQuoteRefusesForeignAndTinyMoney() {
        BillState open = open("flat", MARCH);
        assertEquals("WRONG_CURRENCY", code(tariffs.quote(open, Money.of("KES", "5"))));
        assertEquals("TOO_LITTLE_MONEY", code(tariffs.quote(open, Money.of("GBP", "0.0001"))));
        assertEquals("BAD_AMOUNT", code(tariffs.quote(open, Money.of("GBP", "0"))));
    }

    @Test
    void anUnknownTariffIsRefused() {
        assertEquals("UNKNOWN_TARIFF", code(tariffs.open("gold", LONDON, MARCH)));
        assertEquals("GBP", tariffs.currency("flat", MARCH).orThrow());
    }

    private static String code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).code();
    }

    @Test
    void usageOutOfOrderOrOutsideThePeriodIsABug() {
        BillState after =
                tariffs.fold(open("flat", MARCH), List.of(use("2012-03-05T10:00:00Z", "1")))
                        .after();
        UsageInterval late = use("2012-03-05T10:15:00Z", "1");
        UsageInterval april = use("2012-04-01T10:00:00Z", "1");
        assertThrows(IllegalArgumentException.class, () -> tariffs.fold(after, List.of(late)));
        assertThrows(IllegalArgumentException.class, () -> tariffs.fold(after, List.of(april)));
    }

    @Test
    void theBillingPeriodIsTheCivilMonth() {
        Instant lastHour = Instant.parse("2012-06-30T23:30:00Z");
        assertEquals(
                Instant.parse("2012-06-30T23:00:00Z"),
                tariffs.period("flat", LONDON, lastHour).start());
    }

    @Test
    void aVersionInAnotherCurrencyPricesNothing() {
        shelf.put(
                Packs.edited(Packs.load("flat"), "pack.properties", "GBP", "KES"),
                "2012-03-10T00:00:00Z");
        BillState open = open("flat", MARCH);
        List<UsageInterval> later = List.of(use("2012-03-11T10:00:00Z", "1"));
        String message =
                assertThrows(RuleFailure.class, () -> tariffs.fold(open, later)).getMessage();
        assertTrue(message.startsWith("tariff flat version 2 is in KES"), message);
    }

    @Test
    void aVersionDatedBeforeWhatIsFoldedPricesFromThereOn() {
        BillState before =
                tariffs.fold(open("flat", MARCH), List.of(use("2012-03-05T10:00:00Z", "10")))
                        .after();
        shelf.put(Packs.edited(Packs.load("flat"), "prices.table.csv", "0.14228", "1"), ALWAYS);
        Priced priced = tariffs.fold(before, List.of(use("2012-03-05T10:30:00Z", "1")));
        sameAmount("1", priced.change().amount());
        assertEquals(before.foldedTo(), priced.after().segments().get(1).from());
        sameAmount(
                "1",
                tariffs.fold(priced.after(), List.of(use("2012-03-05T11:00:00Z", "1")))
                        .change()
                        .amount());
    }
}
