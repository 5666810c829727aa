package org.openprepay.prepayment.internal;

import java.time.Duration;

/**
 * Limits of the supply desk.
 *
 * @param cutsPerHour more cuts in an hour of wall time stop all cuts
 * @param stale utility time after the last reading when a balance is not trusted for a cut
 * @param fieldJob utility time after the last reading when somebody must go there
 * @param paymentPending how long a payment on its way prevents a cut
 * @param orderLife wall time in which a supply order must be obeyed
 * @param disagreements reports against what is wanted until the alert is critical
 */
record Settings(
        int cutsPerHour,
        Duration stale,
        Duration fieldJob,
        Duration paymentPending,
        Duration orderLife,
        int disagreements) {

    static Settings of(SupplyConfig config) {
        return new Settings(
                config.cutsPerHour(),
                Duration.ofHours(config.staleHours()),
                Duration.ofDays(config.fieldJobDays()),
                Duration.ofHours(config.paymentPendingHours()),
                Duration.ofMinutes(config.orderMinutes()),
                config.disagreements());
    }
}
