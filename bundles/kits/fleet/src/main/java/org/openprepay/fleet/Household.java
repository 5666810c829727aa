package org.openprepay.fleet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Uses energy half hour by half hour, as recorded; its register only grows. */
final class Household {
    private static final int REGISTER_DECIMALS = 3;

    private final List<BigDecimal> recorded;
    private final BigDecimal scale;
    private BigDecimal total;
    private int next;

    Household(List<BigDecimal> recorded, MeterPlan plan) {
        this.recorded = recorded;
        scale = plan.scale();
        total = plan.startRegister();
        next = plan.offset() % recorded.size();
    }

    /** Half an hour passes; with the relay open nothing is used. */
    void halfHour(boolean on) {
        if (on) {
            total = total.add(recorded.get(next).multiply(scale));
        }
        next = (next + 1) % recorded.size();
    }

    /** What the register shows: whole watt-hours, the rest is not shown yet. */
    BigDecimal register() {
        return total.setScale(REGISTER_DECIMALS, RoundingMode.DOWN);
    }
}
