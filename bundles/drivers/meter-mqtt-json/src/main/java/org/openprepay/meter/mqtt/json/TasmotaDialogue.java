package org.openprepay.meter.mqtt.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.openprepay.spi.meter.Dialogue;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.MeterAddress;
import org.openprepay.spi.meter.Order;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;
import org.openprepay.spi.meter.Supply;

/**
 * Talks to a plug with the Tasmota firmware, which knows no sequence, number or expiry. Payloads:
 * https://tasmota.github.io/docs/MQTT/ and https://tasmota.github.io/docs/Commands/
 */
final class TasmotaDialogue implements Dialogue {
    private static final Pattern TIME = Pattern.compile("[0-9T:.Z+-]{19,35}");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d\\d:\\d\\d)");

    private final MeterAddress device;
    private final ZoneId zone;
    private boolean asked;

    TasmotaDialogue(MeterAddress device, ZoneId zone) {
        this.device = device;
        this.zone = zone;
    }

    @Override
    public Step start(Order order, Instant now) {
        if (order instanceof Order.ReadSupply) {
            return power("");
        }
        if (order instanceof Order.SetSupply wanted) {
            return switchSupply(wanted, now);
        }
        return notUnderstood();
    }

    private Step switchSupply(Order.SetSupply wanted, Instant now) {
        if (!now.isBefore(wanted.expires())) {
            return new Step.Refused(Step.Why.EXPIRED, "expired at " + wanted.expires());
        }
        return wanted.wanted() == Supply.ON || wanted.wanted() == Supply.OFF
                ? power(wanted.wanted().name())
                : notUnderstood();
    }

    private static Step notUnderstood() {
        return new Step.Refused(Step.Why.NOT_UNDERSTOOD, "a Tasmota plug has no such order");
    }

    private Step power(String payload) {
        asked = true;
        return new Step.Send(
                List.of(Frame.text(Topics.power(device), payload)), Order.PATIENCE, Map.of());
    }

    @Override
    public Step answered(Frame frame, Instant now) {
        return heard(frame, now);
    }

    @Override
    public Step silent(Instant now) {
        return asked ? power("") : new Step.Ignored("nothing was asked");
    }

    @Override
    public Step heard(Frame frame, Instant now) {
        try {
            if (frame.channel().equals("stat/" + device.value() + "/POWER")) {
                return relay(frame.text());
            }
            if (frame.channel().equals("tele/" + device.value() + "/SENSOR")) {
                return new Step.Got(energy(StrictJson.object(frame.bytes())));
            }
            return new Step.Ignored("not a topic of device " + device.value());
        } catch (Garbled garbled) {
            return new Step.Refused(Step.Why.GARBLED, garbled.detail());
        }
    }

    private Step relay(String power) throws Garbled {
        if (!power.equals("ON") && !power.equals("OFF")) {
            throw new Garbled("POWER must be ON or OFF");
        }
        Report report =
                Reports.state(
                        OptionalLong.empty(),
                        Supply.valueOf(power),
                        OptionalLong.empty(),
                        Optional.empty());
        boolean answers = asked;
        asked = false;
        return answers ? new Step.Done(report) : new Step.Got(report);
    }

    private Report energy(Map<String, Object> payload) throws Garbled {
        var sensor = new Fields(payload);
        Instant at = instant(sensor.text("Time", TIME));
        var energy = new Fields(sensor.object("ENERGY"));
        var total = new Report.Register("1.8.0", at, energy.decimal("Total"), "kWh");
        return Reports.registers(OptionalLong.empty(), List.of(total));
    }

    private Instant instant(String time) throws Garbled {
        try {
            return OFFSET.matcher(time).matches()
                    ? OffsetDateTime.parse(time).toInstant()
                    : LocalDateTime.parse(time).atZone(zone).toInstant();
        } catch (DateTimeException notATime) {
            throw new Garbled("Time is not a time");
        }
    }

    @Override
    public Step committed(Report report, Instant now) {
        return new Step.Ignored("a Tasmota plug wants no acknowledgement");
    }
}
