package org.openprepay.spi.meter;

import java.util.Map;

/**
 * The meter a dialogue talks to.
 *
 * @param number the meter's number
 * @param address where it is on its link
 * @param settings the driver's settings for it, checked against the passport
 */
public record Meter(String number, MeterAddress address, Map<String, String> settings) {
    public Meter {
        settings = Map.copyOf(settings);
    }
}
