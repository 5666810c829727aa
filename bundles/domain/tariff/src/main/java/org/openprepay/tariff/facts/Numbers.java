package org.openprepay.tariff.facts;

import java.math.BigDecimal;

/** Numbers as rules write them. */
final class Numbers {
    private Numbers() {}

    static BigDecimal of(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number", e);
        }
    }
}
