package org.openprepay.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PretendMeterTest {
    private static final Instant START = Instant.parse("2026-01-01T00:10:00Z");

    private final Notes notes = new Notes();
    private final PretendMeter meter =
            new PretendMeter(
                    new MeterPlan("M1", "secret", 1, new BigDecimal("2"), new BigDecimal("100")),
                    List.of(new BigDecimal("0.5"), new BigDecimal("0.25")),
                    notes);

    /** A wire that writes down what is said. */
    private static final class Notes implements Wire {
        final List<String> said = new ArrayList<>();
        int connections = 1;
        Ear ear = (topic, payload) -> {};

        @Override
        public void tend(Ear next) {
            ear = next;
        }

        @Override
        public void publish(String topic, String payload) {
            said.add(topic.substring("openprepay/M1/up/".length()) + " " + payload);
        }

        @Override
        public int connections() {
            return connections;
        }

        @Override
        public void close() {}

        String last() {
            return said.get(said.size() - 1);
        }
    }

    @BeforeEach
    void begin() {
        meter.tick(START);
        acknowledgeAll();
        notes.said.clear();
    }

    @Test
    void eachHalfHourIsMeasuredOnceAndSent() {
        meter.tick(START.plusSeconds(3600));

        assertEquals(new BigDecimal("101.500"), meter.register());
        assertEquals(
                List.of(
                        "readings {\"seq\":1767226200003,\"at\":\"2026-01-01T00:30:00Z\","
                                + "\"registers\":{\"1.8.0\":\"100.500\"},\"unit\":\"kWh\"}",
                        "readings {\"seq\":1767226200004,\"at\":\"2026-01-01T01:00:00Z\","
                                + "\"registers\":{\"1.8.0\":\"101.500\"},\"unit\":\"kWh\"}"),
                notes.said);
    }

    @Test
    void anUnacknowledgedReadingIsSentAgainUntilItIsAcknowledged() {
        meter.tick(START.plusSeconds(1800));
        String reading = notes.last();
        assertEquals(1, meter.unacknowledged());

        notes.said.clear();
        notes.connections++;
        meter.tick(START.plusSeconds(1801));
        assertEquals(List.of(reading), notes.said);

        acknowledgeAll();
        assertEquals(0, meter.unacknowledged());
        notes.connections++;
        meter.tick(START.plusSeconds(1802));
        assertEquals(List.of(reading), notes.said);
    }

    @Test
    void anObeyedCutStopsTheRegister() {
        order("{\"number\":5,\"supply\":\"off\",\"expires\":\"2026-01-01T00:20:00Z\"}");

        assertTrue(
                notes.last().startsWith("state {\"order\":5,\"supply\":\"off\",\"intent\":5,"),
                notes.last());
        meter.tick(START.plusSeconds(3600));
        assertEquals(new BigDecimal("100.000"), meter.register());
    }

    @Test
    @Tag("CTRL-04")
    void staleOrdersAreRefused() {
        order("{\"number\":5,\"supply\":\"off\",\"expires\":\"2026-01-01T00:20:00Z\"}");

        order("{\"number\":4,\"supply\":\"on\",\"expires\":\"2026-01-01T00:20:00Z\"}");
        assertTrue(notes.last().endsWith("\"refused\":\"lower\"}"), notes.last());
        order("{\"number\":6,\"supply\":\"on\",\"expires\":\"2026-01-01T00:10:00Z\"}");
        assertTrue(notes.last().endsWith("\"refused\":\"expired\"}"), notes.last());
        order("{\"number\":7,\"supply\":\"armed\",\"expires\":\"2026-01-01T00:20:00Z\"}");
        assertTrue(notes.last().endsWith("\"refused\":\"unable\"}"), notes.last());
        assertFalse(meter.isOn());
    }

    @Test
    @Tag("HES-36")
    void brokenMetersMisbehaveAsTold() {
        String off = "{\"number\":5,\"supply\":\"off\",\"expires\":\"2026-01-01T09:00:00Z\"}";
        meter.fault(Fault.DOES_NOT_SWITCH, true);
        order(off);
        assertTrue(notes.last().contains("\"supply\":\"on\",\"intent\":5"), notes.last());

        meter.fault(Fault.DOES_NOT_SWITCH, false);
        meter.fault(Fault.SWITCHES_BACK, true);
        order(off);
        assertTrue(notes.last().contains("\"supply\":\"off\",\"intent\":5"), notes.last());
        meter.tick(START);
        assertTrue(meter.isOn());
        assertTrue(notes.last().matches("state .\"seq\":\\d+,\"supply\":\"on\".*"), notes.last());

        notes.said.clear();
        meter.fault(Fault.SILENT, true);
        order(off);
        meter.tick(START.plusSeconds(1800));
        assertEquals(List.of(), notes.said);
    }

    @Test
    void aLateClockIsSet() {
        meter.fault(Fault.CLOCK_OFF, true);
        order("{\"number\":9,\"read\":\"state\"}");
        assertTrue(notes.last().endsWith("\"at\":\"2025-12-31T22:10:00Z\"}"), notes.last());

        order("{\"number\":10,\"clock\":\"2026-01-01T00:10:00Z\"}");
        assertEquals("clock {\"order\":10,\"at\":\"2026-01-01T00:10:00Z\"}", notes.last());
    }

    @Test
    void garbageIsNoOrder() {
        for (String garbage : List.of("", "{", "{\"number\":}", "[1]", "{\"supply\":\"off\"}")) {
            order(garbage);
        }
        assertEquals(List.of(), notes.said);
        assertTrue(meter.isOn());
    }

    @Test
    void theRecordedHouseholdIsComplete() {
        assertEquals(38_784, London.halfHours().size());
    }

    private void order(String payload) {
        notes.ear.heard("openprepay/M1/down/order", payload);
    }

    private void acknowledgeAll() {
        for (long sequence = START.toEpochMilli(); meter.unacknowledged() > 0; sequence++) {
            notes.ear.heard("openprepay/M1/down/ack", "{\"seq\":" + sequence + "}");
        }
    }
}
