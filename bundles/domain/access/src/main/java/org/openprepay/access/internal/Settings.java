package org.openprepay.access.internal;

import java.time.Duration;

/** The limits of sign-in. */
record Settings(int iterations, Duration session, int maxFailures, Duration pause) {
    static Settings of(AccessConfig config) {
        return new Settings(
                config.iterations(),
                Duration.ofHours(config.sessionHours()),
                config.maxFailures(),
                Duration.ofMinutes(config.pauseMinutes()));
    }
}
