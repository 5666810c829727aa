package org.openprepay.meter.mqtt.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Typed access to the keys of one object; {@link #end} refuses keys that nobody asked for. */
final class Fields {
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf((1L << 53) - 1);

    private final Map<String, Object> fields;
    private final Set<String> asked = new HashSet<>();

    Fields(Map<String, Object> fields) {
        this.fields = fields;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name, Pattern pattern) throws Garbled {
        if (take(name) instanceof String text && pattern.matcher(text).matches()) {
            return text;
        }
        throw wrong(name);
    }

    Optional<String> optionalText(String name, Pattern pattern) throws Garbled {
        return has(name) ? Optional.of(text(name, pattern)) : Optional.empty();
    }

    Instant instant(String name) throws Garbled {
        try {
            if (take(name) instanceof String text && text.endsWith("Z")) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException notAnInstant) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    long whole(String name, long least) throws Garbled {
        if (take(name) instanceof BigDecimal number
                && number.scale() <= 0
                && number.compareTo(HIGHEST) <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0) {
            return number.longValueExact();
        }
        throw wrong(name);
    }

    OptionalLong optionalWhole(String name) throws Garbled {
        return has(name) ? OptionalLong.of(whole(name, 1)) : OptionalLong.empty();
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> object(String name) throws Garbled {
        if (take(name) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw wrong(name);
    }

    List<?> list(String name) throws Garbled {
        if (take(name) instanceof List<?> items) {
            return items;
        }
        throw wrong(name);
    }

    BigDecimal decimal(String name) throws Garbled {
        if (take(name) instanceof BigDecimal number
                && AMOUNT.matcher(number.toPlainString()).matches()) {
            return number;
        }
        throw wrong(name);
    }

    static BigDecimal amount(Object value) throws Garbled {
        if (value instanceof String text && AMOUNT.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw new Garbled("an amount must be text like \"123.456\"");
    }

    /** Refuses what the profile does not know. */
    void end() throws Garbled {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                throw new Garbled("the key " + name + " is not in the profile");
            }
        }
    }

    private Object take(String name) throws Garbled {
        asked.add(name);
        Object value = fields.get(name);
        if (value == null) {
            throw new Garbled("the key " + name + " is missing");
        }
        return value;
    }

    private static Garbled wrong(String name) {
        return new Garbled("the value of " + name + " is not as the profile says");
    }
}
