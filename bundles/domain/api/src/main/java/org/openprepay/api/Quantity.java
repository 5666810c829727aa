package org.openprepay.api;

import java.math.BigDecimal;

/** An exact decimal with its unit. */
public record Quantity(BigDecimal value, Unit unit) implements Comparable<Quantity> {
    public Quantity {
        value = Decimals.plain(value);
    }

    /** For example {@code Quantity.of("1.234", Unit.KWH)}. */
    public static Quantity of(String value, Unit unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(same(other).value), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(same(other).value), unit);
    }

    /** -1, 0 or 1. */
    public int signum() {
        return value.signum();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(same(other).value);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit.code();
    }

    private Quantity same(Quantity other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("two units: " + this + " and " + other);
        }
        return other;
    }
}
