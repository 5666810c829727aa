package org.openprepay.metering.internal;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The limits of validation.
 *
 * @param tolerance factor on the physical bound, 1.2 for twenty per cent
 * @param step the coarsest step in which a register counts
 * @param mismatch share by which interval values may differ from the register's advance
 */
record Settings(
        Duration clockDrift,
        Duration maxGap,
        BigDecimal tolerance,
        BigDecimal step,
        BigDecimal mismatch) {
    private static final int PERCENT = 2;

    static Settings of(MeteringConfig config) {
        return new Settings(
                Duration.ofSeconds(config.clockDriftSeconds()),
                Duration.ofHours(config.maxGapHours()),
                BigDecimal.ONE.add(BigDecimal.valueOf(config.tolerancePercent(), PERCENT)),
                new BigDecimal(config.registerStep().strip()),
                BigDecimal.valueOf(config.mismatchPercent(), PERCENT));
    }
}
