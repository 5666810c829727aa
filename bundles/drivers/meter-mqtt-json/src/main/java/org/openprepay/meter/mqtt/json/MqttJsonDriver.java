package org.openprepay.meter.mqtt.json;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openprepay.spi.meter.Dialogue;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.Memory;
import org.openprepay.spi.meter.Meter;
import org.openprepay.spi.meter.MeterAddress;
import org.openprepay.spi.meter.MeterDriver;
import org.openprepay.spi.meter.Order;
import org.openprepay.spi.meter.Passport;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;
import org.osgi.service.component.annotations.Component;

/** Meters that speak JSON over MQTT: the OpenPrepay profile, and Tasmota energy plugs. */
@Component
public final class MqttJsonDriver implements MeterDriver {
    private static final Passport PASSPORT =
            new Passport(
                    "meter-mqtt-json",
                    "JSON over MQTT (OpenPrepay profile, Tasmota)",
                    "mqtt",
                    Set.of(
                            Order.ReadRegisters.class,
                            Order.ReadSupply.class,
                            Order.SetSupply.class,
                            Order.SetClock.class),
                    List.of(
                            new Passport.Setting(
                                    "profile", "Profile", "openprepay|tasmota", "openprepay"),
                            new Passport.Setting(
                                    "zone", "Time zone of local times", "[A-Za-z0-9_+/-]+", "UTC")),
                    List.of("openprepay/+/up/#", "tele/+/SENSOR", "stat/+/POWER"));

    @Override
    public Passport passport() {
        return PASSPORT;
    }

    @Override
    public Optional<MeterAddress> identify(Frame heard) {
        return Topics.up(heard.channel()).map(up -> new MeterAddress(up.meter()));
    }

    @Override
    public Dialogue open(Meter meter, Memory memory) {
        if (!Topics.addressable(meter.address())) {
            return new Unusable(meter.address());
        }
        return meter.settings().getOrDefault("profile", "openprepay").equals("tasmota")
                ? tasmota(meter)
                : new ProfileDialogue(meter.address());
    }

    private static Dialogue tasmota(Meter meter) {
        String zone = meter.settings().getOrDefault("zone", "UTC");
        return ZoneId.getAvailableZoneIds().contains(zone)
                ? new TasmotaDialogue(meter.address(), ZoneId.of(zone))
                : new Unusable(meter.address());
    }

    /** A meter whose address or zone cannot be: every turn says so, and nothing is sent. */
    private record Unusable(MeterAddress address) implements Dialogue {
        @Override
        public Step start(Order order, Instant now) {
            return refused();
        }

        @Override
        public Step answered(Frame frame, Instant now) {
            return refused();
        }

        @Override
        public Step silent(Instant now) {
            return refused();
        }

        @Override
        public Step heard(Frame frame, Instant now) {
            return refused();
        }

        @Override
        public Step committed(Report report, Instant now) {
            return refused();
        }

        private Step refused() {
            return new Step.Refused(
                    Step.Why.NOT_UNDERSTOOD,
                    "meter " + address.value() + ": correct its address or zone");
        }
    }
}
