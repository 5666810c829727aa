package org.openprepay.host.time;

import java.time.Instant;
import java.time.InstantSource;
import org.osgi.service.component.annotations.Component;

/** The time of sessions, time-outs, retries and audit. */
@Component(service = InstantSource.class, property = "clock=wall")
public final class WallClock implements InstantSource {
    @Override
    public Instant instant() {
        return Instant.now();
    }
}
