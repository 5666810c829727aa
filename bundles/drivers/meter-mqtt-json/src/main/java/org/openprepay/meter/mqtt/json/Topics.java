package org.openprepay.meter.mqtt.json;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openprepay.spi.meter.MeterAddress;

/** The topics of both profiles, and whose they are. */
final class Topics {
    static final String METER = "[A-Za-z0-9_.:~-]{1,96}";

    private static final Pattern UP =
            Pattern.compile(
                    "openprepay/("
                            + METER
                            + ")/up/(readings|profile|event|state|clock)"
                            + "|tele/("
                            + METER
                            + ")/(SENSOR)"
                            + "|stat/("
                            + METER
                            + ")/(POWER)");

    /** A topic from a meter: whose, and what of. */
    record Up(String meter, String kind) {}

    private Topics() {}

    static Optional<Up> up(String topic) {
        Matcher match = UP.matcher(topic);
        if (!match.matches()) {
            return Optional.empty();
        }
        int group = match.group(1) != null ? 1 : match.group(3) != null ? 3 : 5;
        return Optional.of(new Up(match.group(group), match.group(group + 1)));
    }

    static boolean addressable(MeterAddress address) {
        return address.value().matches(METER);
    }

    static String ack(MeterAddress meter) {
        return "openprepay/" + meter.value() + "/down/ack";
    }

    static String order(MeterAddress meter) {
        return "openprepay/" + meter.value() + "/down/order";
    }

    static String power(MeterAddress device) {
        return "cmnd/" + device.value() + "/POWER";
    }
}
