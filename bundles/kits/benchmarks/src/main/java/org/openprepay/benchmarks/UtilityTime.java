package org.openprepay.benchmarks;

import java.time.Instant;
import org.openprepay.api.UtilityClock;

/** The utility's time is that of the newest reading. */
final class UtilityTime implements UtilityClock {
    private volatile Instant now;

    UtilityTime(Instant start) {
        now = start;
    }

    void reach(Instant later) {
        now = later;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public double pace() {
        return 1;
    }
}
