package org.openprepay.api;

import java.math.BigDecimal;
import java.math.MathContext;

/** How exact decimals are kept: one written form for each number, so that records compare equal. */
public final class Decimals {
    /** Inner arithmetic: 34 digits, half-even. */
    public static final MathContext EXACT = MathContext.DECIMAL128;

    private Decimals() {}

    /** The same number without trailing zeros and never in exponent form. */
    public static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
