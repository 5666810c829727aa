package org.openprepay.api;

import java.util.Arrays;

/** What a quantity counts; the code is how the unit is written in messages. */
public enum Unit {
    KWH("kWh"),
    KVARH("kvarh"),
    KVAH("kVAh"),
    KW("kW"),
    KVA("kVA"),
    M3("m3"),
    MJ("MJ"),
    V("V"),
    A("A"),
    HZ("Hz"),
    MIN("min"),
    DAY("day");

    private final String code;

    Unit(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The unit written so.
     *
     * @throws IllegalArgumentException naming the known units
     */
    public static Unit of(String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.code.equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "unknown unit "
                                                + code
                                                + "; known are "
                                                + String.join(", ", codes())));
    }

    private static String[] codes() {
        return Arrays.stream(values()).map(Unit::code).toArray(String[]::new);
    }
}
