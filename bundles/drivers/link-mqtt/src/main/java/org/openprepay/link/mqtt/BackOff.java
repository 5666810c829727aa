package org.openprepay.link.mqtt;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Doubling waits with a little chance in them, so that many clients do not return at once. */
record BackOff(Duration first, Duration longest) {
    private static final int MAX_DOUBLINGS = 20;

    /** The wait before the try after this many failures. */
    Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures, MAX_DOUBLINGS);
        long wait = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(wait + ThreadLocalRandom.current().nextLong(wait / 4 + 1));
    }
}
