package org.openprepay.metering;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openprepay.api.MeterId;

/** One row of a delivery, not yet believed. */
public sealed interface Row {
    /** The meter it claims to come from. */
    MeterId meter();

    /** The register, {@code 1.8.0} … */
    String register();

    String unit();

    /** Where it came from: {@code driver:meter-mqtt-json}, {@code rest:name} … */
    String source();

    /** A register's value at an instant. */
    record Register(
            MeterId meter,
            String register,
            Instant at,
            BigDecimal value,
            String unit,
            String source)
            implements Row {}

    /** Usage in equal intervals from start. */
    record Profile(
            MeterId meter,
            String register,
            Instant start,
            Duration interval,
            List<BigDecimal> values,
            String unit,
            String source)
            implements Row {
        /** A month of quarter hours. */
        public static final int MAX_VALUES = 3_000;

        public Profile {
            values = List.copyOf(values);
        }
    }
}
