package org.openprepay.rules.drools.facts;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Collects charges. */
public final class Bill {
    private final Map<String, BigDecimal> lines = new TreeMap<>();

    public void charge(String key, BigDecimal amount) {
        lines.merge(key, amount, BigDecimal::add);
    }

    public void charge(String key, String amount) {
        charge(key, new BigDecimal(amount));
    }

    public BigDecimal total() {
        return lines.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Map<String, BigDecimal> lines() {
        return lines;
    }
}
