package org.openprepay.meter.mqtt.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Supply;

/** Reads the payloads of the OpenPrepay profile (README.md of this driver, version 1). */
final class ProfileReader {
    private static final Pattern REGISTER = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){2}");
    private static final Pattern UNIT = Pattern.compile("kWh|kvarh|kVAh|kW|kVA|m3|MJ|V|A|Hz");
    private static final Pattern SUPPLY = Pattern.compile("on|off|limited|armed");
    private static final Pattern REFUSED = Pattern.compile("lower|expired|unable");
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern DETAIL = Pattern.compile("[^\\p{Cntrl}]{0,200}");
    private static final int MAX_REGISTERS = 32;
    private static final int MAX_VALUES = 1_536;
    private static final int MINUTES_OF_A_DAY = 1_440;

    private ProfileReader() {}

    static Said read(String kind, byte[] payload) throws Garbled {
        var fields = new Fields(StrictJson.object(payload));
        OptionalLong order = fields.optionalWhole("order");
        OptionalLong sequence = order.isPresent() ? OptionalLong.empty() : sequence(fields);
        Optional<String> refused = fields.optionalText("refused", REFUSED);
        if (refused.isPresent() && (order.isEmpty() || !kind.equals("state"))) {
            throw new Garbled("only the state that answers an order can refuse one");
        }
        Report report = report(kind, fields, sequence);
        fields.end();
        return new Said(order, refused, report);
    }

    private static OptionalLong sequence(Fields fields) throws Garbled {
        return OptionalLong.of(fields.whole("seq", 1));
    }

    private static Report report(String kind, Fields fields, OptionalLong sequence) throws Garbled {
        return switch (kind) {
            case "readings" -> Reports.registers(sequence, registers(fields));
            case "profile" -> Reports.profile(sequence, profile(fields));
            case "event" -> Reports.event(sequence, event(fields));
            case "state" -> state(fields, sequence);
            case "clock" -> Reports.clock(sequence, fields.instant("at"));
            default -> throw new Garbled("there is no message " + kind);
        };
    }

    private static List<Report.Register> registers(Fields fields) throws Garbled {
        Instant at = fields.instant("at");
        String unit = fields.text("unit", UNIT);
        var registers = new ArrayList<Report.Register>();
        for (var field : fields.object("registers").entrySet()) {
            BigDecimal value = Fields.amount(field.getValue());
            registers.add(new Report.Register(registerName(field.getKey()), at, value, unit));
        }
        if (registers.isEmpty() || registers.size() > MAX_REGISTERS) {
            throw new Garbled("a reading has 1 to " + MAX_REGISTERS + " registers");
        }
        return registers;
    }

    private static String registerName(String name) throws Garbled {
        if (!REGISTER.matcher(name).matches()) {
            throw new Garbled("a register is named like 1.8.0");
        }
        return name;
    }

    private static Report.Profile profile(Fields fields) throws Garbled {
        String name = fields.text("register", REGISTER);
        long minutes = fields.whole("interval", 1);
        if (minutes > MINUTES_OF_A_DAY || MINUTES_OF_A_DAY % minutes != 0) {
            throw new Garbled("the interval must divide a day");
        }
        return new Report.Profile(
                name,
                fields.instant("start"),
                Duration.ofMinutes(minutes),
                values(fields),
                fields.text("unit", UNIT));
    }

    private static List<BigDecimal> values(Fields fields) throws Garbled {
        var values = new ArrayList<BigDecimal>();
        for (Object value : fields.list("values")) {
            values.add(Fields.amount(value));
        }
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            throw new Garbled("a profile has 1 to " + MAX_VALUES + " values");
        }
        return values;
    }

    private static Report.Event event(Fields fields) throws Garbled {
        return new Report.Event(
                fields.text("code", CODE),
                fields.instant("at"),
                fields.optionalText("detail", DETAIL).orElse(""));
    }

    private static Report state(Fields fields, OptionalLong sequence) throws Garbled {
        String supply = fields.text("supply", SUPPLY).toUpperCase(Locale.ROOT);
        return Reports.state(
                sequence,
                Supply.valueOf(supply),
                OptionalLong.of(fields.whole("intent", 0)),
                Optional.of(fields.instant("at")));
    }
}
