package org.openprepay.metering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;
import org.openprepay.metering.Verdict.State;

class ProfileRowsTest {
    private final Bench bench = new Bench();

    @Test
    void eachValueIsOneInterval() {
        Verdict verdict = bench.take(Bench.profile("01-01T00:00", "0.1", "0.2"));
        assertEquals(
                List.of(
                        Bench.used("01-01T00:00", "01-01T00:30", "0.1", false),
                        Bench.used("01-01T00:30", "01-01T01:00", "0.2", false)),
                verdict.fresh());
        assertEquals(0, bench.store.lookUps);
    }

    @Test
    void aProfileOverMidnightFillsTwoDays() {
        bench.take(Bench.profile("01-01T23:00", "1", "2", "3"));
        assertEquals(2, bench.store.writtenDays.size());
        assertEquals(new BigDecimal("6"), bench.total());
    }

    @Test
    void laterValuesOfADayJoinTheEarlierOnes() {
        bench.take(Bench.profile("01-01T00:00", "1"));
        Verdict verdict = bench.take(Bench.profile("01-01T00:30", "2"));
        assertEquals(
                List.of(Bench.used("01-01T00:30", "01-01T01:00", "2", false)), verdict.fresh());
        assertEquals(new BigDecimal("3"), bench.total());
    }

    @Test
    @Tag("HES-26")
    void knownValuesAreDuplicatesAndOthersRevisions() {
        bench.take(Bench.profile("01-01T00:00", "1", "2"));
        assertEquals(State.DUPLICATE, bench.take(Bench.profile("01-01T00:00", "1.0", "2")).state());
        Verdict revised = bench.take(Bench.profile("01-01T00:00", "1", "3", "4"));
        assertEquals(State.REVISION, revised.state());
        assertEquals(Optional.of(Bench.at("01-01T00:30")), revised.changedFrom());
        assertEquals(new BigDecimal("8"), bench.total());
    }

    @Test
    @Tag("READ-09")
    void anEarlierDayThatComesLateIsFilledIn() {
        bench.take(Bench.profile("01-03T00:00", "1"));
        Verdict late = bench.take(Bench.profile("01-02T00:00", "2"));
        assertEquals(State.ACCEPTED, late.state());
        assertEquals(Optional.of(Bench.at("01-02T00:00")), late.changedFrom());
        assertEquals(new BigDecimal("3"), bench.total());
    }

    @Test
    @Tag("HES-28")
    void oneValueBeyondTheFuseKeepsTheWholeProfileOut() {
        Verdict verdict = bench.take(Bench.profile("01-01T00:00", "1", "60"));
        assertEquals(State.QUARANTINED, verdict.state());
        assertTrue(verdict.why().contains("spike"), verdict.why());
        assertEquals(List.of(), bench.usage());
    }

    @Test
    @Tag("HES-28")
    void intervalsThatDoNotFitADayAreNotBelieved() {
        for (Row.Profile bad :
                List.of(
                        Bench.profile(Bench.at("01-01T00:10"), 30, "1"),
                        Bench.profile(Bench.at("01-01T00:00"), 7, "1"),
                        Bench.profile(Bench.at("01-01T00:00"), 0, "1"),
                        Bench.profile(Bench.at("01-01T00:00"), 30),
                        Bench.profile(Bench.at("01-01T00:00"), 30, "-1"))) {
            assertEquals(State.QUARANTINED, bench.take(bad).state());
        }
    }

    @Test
    void theRegisterFillsOnlyWhatTheProfileLeavesOpen() {
        bench.take("01-01T00:00", "100");
        bench.take(Bench.profile("01-01T00:00", "1"));
        Verdict verdict = bench.take("01-01T01:00", "104");
        assertEquals(
                List.of(Bench.used("01-01T00:30", "01-01T01:00", "3", false)), verdict.fresh());
        assertEquals(new BigDecimal("4"), bench.total());
    }

    @Test
    void aProfileThatComesLaterReplacesTheEstimate() {
        bench.take("01-01T00:00", "100");
        bench.take("01-01T02:00", "104");
        Verdict verdict = bench.take(Bench.profile("01-01T00:00", "0.5", "1.5", "1.75", "0.25"));
        assertEquals(Optional.of(Bench.at("01-01T00:00")), verdict.changedFrom());
        assertTrue(bench.usage().stream().noneMatch(i -> i.estimated()));
        assertEquals(4, bench.usage().size());
        assertEquals(new BigDecimal("4"), bench.total());
    }

    @Test
    @Tag("READ-03")
    void aRegisterThatDoesNotMatchTheProfileIsNotBelieved() {
        bench.take("01-01T00:00", "100");
        bench.take(Bench.profile("01-01T00:00", "1", "1"));
        Verdict verdict = bench.take("01-01T01:00", "108");
        assertEquals(State.QUARANTINED, verdict.state());
        assertTrue(verdict.why().contains("interval values say 2"), verdict.why());
        assertEquals(new BigDecimal("2"), bench.total());
    }

    @Test
    @Tag("READ-03")
    void aRegisterThatMatchesTheProfileAddsNothing() {
        bench.take("01-01T00:00", "100");
        bench.take(Bench.profile("01-01T00:00", "1", "1"));
        Verdict verdict = bench.take("01-01T01:00", "102");
        assertEquals(State.ACCEPTED, verdict.state());
        assertEquals(List.of(), verdict.fresh());
        assertEquals(Optional.empty(), verdict.changedFrom());
    }

    @Test
    @Tag("READ-03")
    void aProfileThatSaysMoreThanTheRegisterIsNotBelieved() {
        bench.take("01-01T00:00", "100");
        bench.take("01-01T01:00", "101");
        Verdict verdict = bench.take(Bench.profile("01-01T00:00", "4", "4"));
        assertEquals(State.QUARANTINED, verdict.state());
        assertEquals(BigDecimal.ONE, bench.total());
    }
}
