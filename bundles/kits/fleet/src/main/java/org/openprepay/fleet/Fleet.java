package org.openprepay.fleet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pretend meters that replay a real household, each from another place and at another scale. */
public final class Fleet implements AutoCloseable {
    private final Map<String, PretendMeter> meters = new LinkedHashMap<>();

    /** Makes the meters; they connect at their first ticks. */
    public Fleet(String brokerUri, List<MeterPlan> plans) {
        List<BigDecimal> recorded = London.halfHours();
        for (MeterPlan plan : plans) {
            var wire = new MqttWire(brokerUri, plan);
            meters.put(plan.id(), new PretendMeter(plan, recorded, wire));
        }
    }

    /** Lets utility time pass for every meter. */
    public void tick(Instant utilityNow) {
        meters.values().forEach(meter -> meter.tick(utilityNow));
    }

    /**
     * One of the meters.
     *
     * @throws IllegalArgumentException when the plans had no such meter
     */
    public PretendMeter meter(String id) {
        PretendMeter meter = meters.get(id);
        if (meter == null) {
            throw new IllegalArgumentException("the fleet has no meter " + id);
        }
        return meter;
    }

    @Override
    public void close() {
        meters.values().forEach(PretendMeter::close);
    }
}
