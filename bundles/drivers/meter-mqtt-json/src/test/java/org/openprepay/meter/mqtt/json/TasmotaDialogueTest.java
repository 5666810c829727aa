package org.openprepay.meter.mqtt.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openprepay.meter.mqtt.json.Talk.done;
import static org.openprepay.meter.mqtt.json.Talk.got;
import static org.openprepay.meter.mqtt.json.Talk.refused;
import static org.openprepay.meter.mqtt.json.Talk.sent;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.Order;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;
import org.openprepay.spi.meter.Supply;

class TasmotaDialogueTest {
    private final Talk talk = Talk.tasmota("Europe/London");

    @Test
    @Tag("HES-06")
    void aTotalIsReadInTheZoneOfThePlug() {
        String payload =
                "{\"Time\":\"2026-07-01T12:00:00\",\"ENERGY\":{\"TotalStartTime\":\"2025-01-01T00:00:00\","
                        + "\"Total\":123.456,\"Power\":230,\"Factor\":0.98},\"Switch1\":true}";

        Report report = got(talk.hear(Frame.text("tele/M1/SENSOR", payload)));

        assertEquals(
                List.of(
                        new Report.Register(
                                "1.8.0",
                                Instant.parse("2026-07-01T11:00:00Z"),
                                new BigDecimal("123.456"),
                                "kWh")),
                report.registers());
        assertEquals(OptionalLong.empty(), report.sequence());
    }

    @Test
    void aTimeWithAnOffsetNeedsNoZone() {
        String payload = "{\"Time\":\"2026-07-01T12:00:00+02:00\",\"ENERGY\":{\"Total\":1}}";

        Report report = got(talk.hear(Frame.text("tele/M1/SENSOR", payload)));

        assertEquals(Instant.parse("2026-07-01T10:00:00Z"), report.registers().get(0).at());
    }

    @Test
    @Tag("CTRL-01")
    void theRelayIsSwitchedAndReadBack() {
        Order off = new Order.SetSupply(5, Supply.OFF, Talk.NOW.plusSeconds(60));

        assertEquals("cmnd/M1/POWER OFF", sent(talk.start(off)));
        assertEquals("cmnd/M1/POWER ", sent(talk.silent()));
        Report report = done(talk.answer(Frame.text("stat/M1/POWER", "OFF")));

        assertEquals(Optional.of(Supply.OFF), report.supply());
        assertEquals(OptionalLong.empty(), report.intent());
    }

    @Test
    void aHandOnTheButtonIsReportedUnasked() {
        assertEquals(
                Optional.of(Supply.ON), got(talk.hear(Frame.text("stat/M1/POWER", "ON"))).supply());
    }

    @Test
    void whatAPlugCannotDoIsRefused() {
        Order limited = new Order.SetSupply(5, Supply.LIMITED, Talk.NOW.plusSeconds(60));

        assertEquals(Step.Why.NOT_UNDERSTOOD, refused(talk.start(limited)));
        assertEquals(Step.Why.NOT_UNDERSTOOD, refused(talk.start(new Order.ReadRegisters())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Time\":\"2026-07-01T12:00:00\"}",
                "{\"Time\":\"yesterday at noon, or so\",\"ENERGY\":{\"Total\":1}}",
                "{\"Time\":\"2026-07-01T12:00:00\",\"ENERGY\":{\"Total\":\"1\"}}",
                "{\"Time\":\"2026-07-01T12:00:00\",\"ENERGY\":{\"Power\":1}}",
                "{\"Time\":\"2026-07-01T12:00:00\",\"ENERGY\":{\"Total\":1e300}}",
                "{\"Time\":\"2026-07-01T12:00:00\",\"ENERGY\":{\"Total\":[1,2]}}",
            })
    void whatIsNoEnergyPayloadIsGarbled(String payload) {
        assertEquals(Step.Why.GARBLED, refused(talk.hear(Frame.text("tele/M1/SENSOR", payload))));
    }

    @Test
    void aStrangePowerIsGarbled() {
        assertEquals(Step.Why.GARBLED, refused(talk.hear(Frame.text("stat/M1/POWER", "MAYBE"))));
    }
}
