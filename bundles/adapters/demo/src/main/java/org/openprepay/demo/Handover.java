package org.openprepay.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.fleet.MeterPlan;
import org.openprepay.metering.Credentials;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells a pretend meter who it is, its fresh secret, and where its register stood at the last stop.
 */
@Component(service = Handover.class)
public final class Handover {
    private static final Caller CALLER = Caller.system("demo");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final BigDecimal NEW_REGISTER = new BigDecimal("1000");

    private final Metering metering;
    private final Credentials credentials;

    @Activate
    public Handover(@Reference Metering metering, @Reference Credentials credentials) {
        this.metering = metering;
        this.credentials = credentials;
    }

    MeterPlan plan(Household household, Instant now) {
        MeterId id = Seeding.meter(household);
        Meter meter =
                metering.find(id)
                        .orElseThrow(() -> new IllegalStateException(id + " is not registered"));
        long lived = Duration.between(meter.registered(), now).dividedBy(HALF_HOUR);
        return new MeterPlan(
                id.value(),
                credentials.issue(CALLER, id).orThrow(),
                household.first() + (int) lived,
                household.scale(),
                lastValue(meter, now));
    }

    private BigDecimal lastValue(Meter meter, Instant now) {
        List<Metering.Stored> last =
                metering.readings(
                        CALLER,
                        meter.id(),
                        meter.registered().minus(HALF_HOUR),
                        now.plus(HALF_HOUR),
                        1);
        return last.isEmpty() ? NEW_REGISTER : last.get(0).value();
    }
}
