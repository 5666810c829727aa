package org.openprepay.metering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;
import org.openprepay.metering.Verdict.State;

class RegisterRowsTest {
    private final Bench bench = new Bench();

    private void quarantined(Verdict verdict, String why) {
        assertEquals(State.QUARANTINED, verdict.state());
        assertTrue(verdict.why().contains(why), verdict.why());
        assertEquals(List.of(), verdict.fresh());
        assertEquals(
                verdict.why(), bench.store.quarantine.get(bench.store.quarantine.size() - 1).why());
    }

    @Test
    void theFirstReadingOpensTheRegisterAndUsesNothing() {
        Verdict verdict = bench.take("01-01T00:00", "100");
        assertEquals(State.ACCEPTED, verdict.state());
        assertEquals(List.of(), verdict.fresh());
        assertEquals(Optional.empty(), verdict.changedFrom());
    }

    @Test
    void theNextReadingIsFreshUsageWithoutAnyLookUp() {
        bench.take("01-01T00:00", "100");
        Verdict verdict = bench.take("01-01T00:30", "100.5");
        assertEquals(State.ACCEPTED, verdict.state());
        assertEquals(
                List.of(Bench.used("01-01T00:00", "01-01T00:30", "0.5", false)), verdict.fresh());
        assertEquals(0, bench.store.lookUps);
    }

    @Test
    @Tag("HES-26")
    void theSameReadingAgainIsADuplicate() {
        bench.take("01-01T00:00", "100");
        bench.take("01-01T00:30", "101");
        assertEquals(State.DUPLICATE, bench.take("01-01T00:30", "101.000").state());
        assertEquals(State.DUPLICATE, bench.take("01-01T00:00", "100.0").state());
        assertEquals(2, bench.store.written.size());
    }

    @Test
    @Tag("READ-04")
    @Tag("READ-09")
    void anotherValueForAKnownTimeIsARevisionAndBothAreKept() {
        bench.take("01-01T00:00", "100");
        bench.take("01-01T00:30", "101");
        bench.take("01-01T01:00", "102");
        Verdict verdict = bench.take("01-01T00:30", "101.5");
        assertEquals(State.REVISION, verdict.state());
        assertEquals(Optional.of(Bench.at("01-01T00:00")), verdict.changedFrom());
        assertEquals(List.of(), verdict.fresh());
        assertEquals(
                List.of(
                        Bench.used("01-01T00:00", "01-01T00:30", "1.5", false),
                        Bench.used("01-01T00:30", "01-01T01:00", "0.5", false)),
                bench.usage());
        assertEquals(4, bench.store.written.size());
        assertEquals(1, bench.store.written.get(3).revision());
    }

    @Test
    @Tag("READ-09")
    void aLateReadingRefinesWhatWasKnownFromTheReadingBefore() {
        bench.take("01-01T00:00", "100");
        bench.take("01-01T01:00", "102");
        Verdict verdict = bench.take("01-01T00:30", "100.4");
        assertEquals(State.ACCEPTED, verdict.state());
        assertEquals(Optional.of(Bench.at("01-01T00:00")), verdict.changedFrom());
        assertEquals(
                List.of(
                        Bench.used("01-01T00:00", "01-01T00:30", "0.4", false),
                        Bench.used("01-01T00:30", "01-01T01:00", "1.6", false)),
                bench.usage());
    }

    @Test
    void aReadingBeforeTheFirstFillsInFromItsTime() {
        bench.take("01-01T01:00", "102");
        Verdict verdict = bench.take("01-01T00:30", "101");
        assertEquals(Optional.of(Bench.at("01-01T00:30")), verdict.changedFrom());
    }

    @Test
    void anAdvanceOverMoreThanAnHourIsSplitAtTheFullHoursAndMarkedEstimated() {
        bench.take("01-01T00:30", "100");
        Verdict verdict = bench.take("01-01T02:30", "102");
        assertEquals(
                List.of(
                        Bench.used("01-01T00:30", "01-01T01:00", "0.5", true),
                        Bench.used("01-01T01:00", "01-01T02:00", "1", true),
                        Bench.used("01-01T02:00", "01-01T02:30", "0.5", true)),
                verdict.fresh());
    }

    @Test
    void aSplitThatDoesNotComeOutEvenLosesNothing() {
        bench.take("01-01T00:00", "100");
        Verdict verdict = bench.take("01-01T03:00", "100.1");
        assertEquals(3, verdict.fresh().size());
        assertEquals(new BigDecimal("0.1"), bench.total());
    }

    @Test
    @Tag("READ-03")
    void aRegisterThatRollsOverYieldsTheRightUsage() {
        bench.take("01-01T00:00", "999998");
        Verdict verdict = bench.take("01-01T00:30", "1.5");
        assertEquals(
                List.of(Bench.used("01-01T00:00", "01-01T00:30", "3.5", false)), verdict.fresh());
    }

    @Test
    @Tag("READ-03")
    void aGlitchToZeroAndBackBillsNothingWrong() {
        bench.take("01-01T00:00", "100");
        quarantined(bench.take("01-01T00:30", "0"), "went back");
        bench.take("01-01T01:00", "101");
        assertEquals(List.of(Bench.used("01-01T00:00", "01-01T01:00", "1", false)), bench.usage());
    }

    @Test
    @Tag("HES-28")
    void aReadingLowerThanTheLastIsNotBelieved() {
        bench.take("01-01T00:00", "100");
        quarantined(bench.take("01-01T00:30", "99.9"), "went back");
    }

    @Test
    @Tag("READ-03")
    void moreThanTheFuseAllowsIsNotBelievedAndTheNextReadingStillCounts() {
        bench.take("01-01T00:00", "100");
        quarantined(bench.take("01-01T00:30", "150"), "spike");
        bench.take("01-01T01:00", "101");
        assertEquals(BigDecimal.ONE, bench.total());
    }

    @Test
    @Tag("HES-28")
    void aLateReadingMustFitTheReadingAfterIt() {
        bench.take("01-01T00:00", "100");
        bench.take("01-01T01:00", "101");
        quarantined(bench.take("01-01T00:30", "101.5"), "went back");
        assertEquals(BigDecimal.ONE, bench.total());
    }

    @Test
    @Tag("HES-28")
    void whatCannotBeAReadingOfThisRegisterIsNotBelieved() {
        Row.Register good = Bench.row("01-01T00:00", "100");
        quarantined(bench.take(Bench.row("01-01T00:00", "-1")), "negative");
        quarantined(bench.take(Bench.row("01-01T00:00", "1000000")), "6 digits");
        quarantined(bench.take(Bench.row("01-01T00:00", "1E-999999999")), "decimal places");
        quarantined(bench.take(with(good, "1.8.0", "MWh")), "wrong unit");
        quarantined(bench.take(with(good, "2.8.0", "kWh")), "wrong register");
        quarantined(
                bench.take(Bench.row(new MeterId("nobody"), good.at(), "1")),
                "unknown meter nobody");
    }

    private static Row.Register with(Row.Register row, String register, String unit) {
        return new Row.Register(row.meter(), register, row.at(), row.value(), unit, row.source());
    }

    @Test
    @Tag("HES-29")
    void aReadingFromTheFutureIsNotBelievedBeyondTheClockDrift() {
        bench.nowIs(Bench.at("01-01T12:00"));
        assertEquals(State.ACCEPTED, bench.take("01-01T12:05", "100").state());
        quarantined(bench.take("01-01T12:06", "100"), "future");
    }

    @Test
    @Tag("READ-09")
    void anAdvanceOverALongGapIsHeldUntilReadingsInBetweenCome() {
        bench.take("01-01T00:00", "100");
        Verdict held = bench.take("01-09T00:00", "180");
        assertEquals(State.HELD, held.state());
        assertEquals(List.of(), bench.usage());
        assertEquals(
                List.of(Bench.used("01-09T00:00", "01-09T00:30", "1", false)),
                bench.take("01-09T00:30", "181").fresh());
        Verdict late = bench.take("01-05T00:00", "140");
        assertEquals(Optional.of(Bench.at("01-01T00:00")), late.changedFrom());
        assertEquals(new BigDecimal("81"), bench.total());
    }

    @Test
    @Tag("READ-09")
    void aHeldAdvanceCountsWhenAPersonReleasesIt() {
        bench.take("01-01T00:00", "100");
        bench.take("01-09T00:00", "180");
        Verdict verdict = bench.desk.release(Bench.STAFF, 1, "owner was away").orThrow();
        assertEquals(Optional.of(Bench.at("01-01T00:00")), verdict.changedFrom());
        assertEquals(0, bench.total().compareTo(new BigDecimal("80")));
    }

    @Test
    void aDatedMultiplierAppliesToTheAdvancesAfterIt() {
        var ct = new Bench(new Meter.Multiplier(Bench.at("01-01T01:00"), new BigDecimal("40")));
        ct.take("01-01T00:30", "100");
        ct.take("01-01T01:00", "101");
        ct.take("01-01T01:30", "101.1");
        assertEquals(
                List.of(
                        Bench.used("01-01T00:30", "01-01T01:00", "1", false),
                        Bench.used("01-01T01:00", "01-01T01:30", "4", false)),
                ct.usage());
    }

    @Test
    void anAdvanceOverAChangeOfMultiplierIsSplitThere() {
        var ct = new Bench(new Meter.Multiplier(Bench.at("01-01T01:00"), new BigDecimal("2")));
        ct.take("01-01T00:30", "100");
        ct.take("01-01T01:30", "101");
        assertEquals(
                List.of(
                        Bench.used("01-01T00:30", "01-01T01:00", "0.5", true),
                        Bench.used("01-01T01:00", "01-01T01:30", "1", true)),
                ct.usage());
    }

    @Test
    void onePoisonRowLeavesTheOthersOfItsBatchAlone() {
        bench.take("01-01T00:00", "100");
        List<Verdict> verdicts =
                bench.desk.accept(
                        Bench.FEED,
                        List.of(
                                Bench.row("01-01T01:00", "101"),
                                Bench.row("01-01T00:45", "99999"),
                                Bench.row("01-01T00:30", "100.5")));
        assertEquals(
                List.of(State.ACCEPTED, State.QUARANTINED, State.ACCEPTED),
                verdicts.stream().map(Verdict::state).toList());
        assertEquals(BigDecimal.ONE, bench.total());
    }

    @Test
    void onlyWhoMayFeedDeliversReadings() {
        assertThrows(
                Caller.Denied.class,
                () -> bench.desk.accept(Bench.STAFF, List.of(Bench.row("01-01T00:00", "1"))));
    }
}
