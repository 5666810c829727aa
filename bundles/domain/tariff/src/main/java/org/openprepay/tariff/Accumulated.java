package org.openprepay.tariff;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has been counted in a billing period.
 *
 * @param total usage in the commodity's unit
 * @param byBand usage by {@code period|tier}: time-of-use period and tier number (0-based) in force
 *     when it was used, the tier counted in time order
 * @param estimated the part of total that is estimated
 * @param days civil days begun
 * @param peak highest interval average in kW
 */
public record Accumulated(
        BigDecimal total,
        SortedMap<String, BigDecimal> byBand,
        BigDecimal estimated,
        int days,
        BigDecimal peak) {
    public static final Accumulated NOTHING =
            new Accumulated(BigDecimal.ZERO, new TreeMap<>(), BigDecimal.ZERO, 0, BigDecimal.ZERO);

    public Accumulated {
        byBand = Collections.unmodifiableSortedMap(new TreeMap<>(byBand));
    }
}
