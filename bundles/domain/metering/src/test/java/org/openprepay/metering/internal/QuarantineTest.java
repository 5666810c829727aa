package org.openprepay.metering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering.Quarantined;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict.State;

class QuarantineTest {
    private final Bench bench = new Bench();

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.code() : "ACCEPTED";
    }

    private String release(long id) {
        return code(bench.desk.release(Bench.STAFF, id, "checked on site"));
    }

    @Test
    @Tag("READ-03")
    void aSpikeThatAPersonBelievesIsCharged() {
        bench.take("01-01T00:00", "100");
        bench.take("01-01T00:30", "150");
        var verdict = bench.desk.release(Bench.STAFF, 1, "a welder").orThrow();
        assertEquals(
                List.of(Bench.used("01-01T00:00", "01-01T00:30", "50", false)), verdict.fresh());
        assertEquals("RELEASED", bench.store.quarantine.get(0).state());
        assertEquals("olga: a welder", bench.store.quarantine.get(0).decidedBy());
        assertEquals("released:olga", bench.store.written.get(1).source());
    }

    @Test
    void aRegisterThatRestartedOpensAnewAndUsesNothing() {
        bench.take("01-01T00:00", "100");
        bench.take("01-01T00:30", "3");
        bench.desk.release(Bench.STAFF, 1, "display was replaced").orThrow();
        bench.take("01-01T01:00", "4");
        assertEquals(BigDecimal.ONE, bench.total());
    }

    @Test
    void aRowIsDecidedOnce() {
        bench.take("01-01T00:00", "100");
        bench.take("01-01T00:30", "150");
        assertEquals("REJECTED", rejected().state());
        assertEquals("NOT_OPEN", release(1));
        assertEquals("NOT_OPEN", code(bench.desk.reject(Bench.STAFF, 1, "again")));
        assertEquals("UNKNOWN_ROW", release(99));
        assertEquals(BigDecimal.ZERO.stripTrailingZeros(), bench.total());
    }

    private Quarantined rejected() {
        return bench.desk.reject(Bench.STAFF, 1, "broken").orThrow();
    }

    @Test
    void aDecisionNeedsAReasonAndTheRight() {
        bench.take("01-01T00:00", "-1");
        assertEquals("REASON_MISSING", code(bench.desk.release(Bench.STAFF, 1, " ")));
        assertThrows(Caller.Denied.class, () -> bench.desk.release(Bench.FEED, 1, "because"));
    }

    @Test
    void whatCannotBeAReadingIsNotReleased() {
        bench.take(Bench.row("01-01T00:00", "-1"));
        assertEquals("NOT_USABLE", release(1));
        assertEquals("OPEN", bench.store.quarantine.get(0).state());
    }

    @Test
    void aRowOfAMeterThatWasUnknownIsReleasedOnceTheMeterIsRegistered() {
        var late = new MeterId("0043");
        bench.take(Bench.row(late, Bench.at("01-01T00:00"), "5"));
        assertEquals("NOT_USABLE", release(1));
        bench.desk.register(Bench.STAFF, Bench.meter(late, "addr-43")).orThrow();
        assertEquals("ACCEPTED", release(1));
        assertEquals(late, bench.store.written.get(0).meter());
    }

    @Test
    void aProfileThatAPersonBelievesIsCharged() {
        bench.take(Bench.profile("01-01T00:00", "1", "60"));
        assertEquals("ACCEPTED", release(1));
        assertEquals(new BigDecimal("61"), bench.total());
    }

    @Test
    void rowsAreKeptSoThatTheyCanBeReadBack() {
        Row.Register odd =
                new Row.Register(
                        Bench.METER,
                        "1 8%0\n",
                        Bench.at("01-01T00:00"),
                        new BigDecimal("-1E+3"),
                        "kW h/é",
                        "rest:o k");
        assertEquals(Optional.of(odd), RowText.read(Bench.METER, RowText.of(odd)));
        Row.Profile profile = Bench.profile("01-01T00:00", "1.50", "0");
        assertEquals(Optional.of(profile), RowText.read(Bench.METER, RowText.of(profile)));
    }

    @Test
    void aHugeRowIsCutAndCanOnlyBeRejected() {
        String[] values = Collections.nCopies(40_000, "123456").toArray(String[]::new);
        assertEquals(State.QUARANTINED, bench.take(Bench.profile("01-01T00:00", values)).state());
        assertTrue(bench.store.quarantine.get(0).row().length() <= 60_000);
        assertEquals("NOT_USABLE", release(1));
    }

    @Test
    void quarantineIsReadInSlicesNewestFirst() {
        for (int i = 0; i < 3; i++) {
            bench.take("01-01T00:00", "-1");
        }
        var first = bench.desk.quarantine(Bench.STAFF, 2, Optional.empty());
        assertEquals(3, first.items().get(0).id());
        var rest = bench.desk.quarantine(Bench.STAFF, 2, first.next());
        assertEquals(1, rest.items().size());
    }

    @Test
    @Tag("READ-03")
    void aMeterThatWasRemovedDoesNotReturnUnderItsNumber() {
        Meter meter = Bench.meter(new MeterId("0043"), "addr-43");
        bench.store.add(removed(meter));
        assertEquals("METER_REMOVED", code(bench.desk.register(Bench.STAFF, meter)));
        assertEquals(
                State.QUARANTINED,
                bench.take(Bench.row(meter.id(), Bench.at("01-02T00:01"), "5")).state());
    }

    private static Meter removed(Meter m) {
        return new Meter(
                m.id(),
                m.driver(),
                m.address(),
                m.commodity(),
                m.registerDigits(),
                m.maxPower(),
                m.multipliers(),
                m.settings(),
                m.registered(),
                Optional.of(Bench.at("01-02T00:00")));
    }

    @Test
    void aMeterIsRegisteredOnce() {
        Meter same = Bench.meter(Bench.METER, "addr-42");
        assertEquals("ACCEPTED", code(bench.desk.register(Bench.STAFF, same)));
        Meter other = Bench.meter(Bench.METER, "addr-44");
        assertEquals("DUPLICATE", code(bench.desk.register(Bench.STAFF, other)));
        Meter squatter = Bench.meter(new MeterId("0044"), "addr-42");
        assertEquals("ADDRESS_TAKEN", code(bench.desk.register(Bench.STAFF, squatter)));
        assertThrows(Caller.Denied.class, () -> bench.desk.register(Bench.FEED, same));
    }
}
