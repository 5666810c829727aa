package org.openprepay.rules.drools.facts;

import java.math.BigDecimal;

/** What was used in one period and one tier. */
public record Usage(String period, int tier, BigDecimal amount) {
    public BigDecimal times(String price) {
        return amount.multiply(new BigDecimal(price));
    }

    public static boolean explode() {
        throw new IllegalStateException("boom");
    }
}
