package org.openprepay.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.Commodity;
import org.openprepay.api.MeterId;

/**
 * A registered meter.
 *
 * @param driver the driver's id
 * @param address how the driver's link finds it
 * @param registerDigits digits of the energy register before the decimal point, for roll-over
 * @param maxPower the most it can measure, in kW (or m3/h): fuse or sanctioned load
 * @param multipliers dated factors between register and usage; 1 before the first
 */
public record Meter(
        MeterId id,
        String driver,
        String address,
        Commodity commodity,
        int registerDigits,
        BigDecimal maxPower,
        List<Multiplier> multipliers,
        Map<String, String> settings,
        Instant registered,
        Optional<Instant> removed) {
    /** The register that is charged: active energy import, all tariffs (IEC 62056-61). */
    public static final String IMPORT = "1.8.0";

    public Meter {
        multipliers = List.copyOf(multipliers);
        settings = Map.copyOf(settings);
        if (registerDigits < 3 || registerDigits > 12) {
            throw new IllegalArgumentException(
                    "a register has 3 to 12 digits, not " + registerDigits);
        }
        if (maxPower.signum() <= 0) {
            throw new IllegalArgumentException(
                    "a meter's maximum power is above zero, not " + maxPower);
        }
    }

    /** A factor such as a current transformer's, from an instant on. */
    public record Multiplier(Instant from, BigDecimal factor) {}
}
