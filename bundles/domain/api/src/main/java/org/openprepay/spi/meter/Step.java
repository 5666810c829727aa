package org.openprepay.spi.meter;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a dialogue asks of the host next. */
public sealed interface Step {
    /**
     * Send these frames and wait.
     *
     * @param patience how long to wait for the answer; zero when none will come
     * @param remember what must be on disk before the bytes leave
     */
    record Send(List<Frame> frames, Duration patience, Map<String, String> remember)
            implements Step {
        public Send {
            frames = List.copyOf(frames);
            remember = Map.copyOf(remember);
        }
    }

    /**
     * The meter reported something; the host commits it and then calls {@link Dialogue#committed}.
     */
    record Got(Report report) implements Step {}

    /** The order is done, as far as the meter says; supply counts only when read back. */
    record Done(Report report) implements Step {}

    /** The meter or the driver said no. */
    record Refused(Why why, String detail) implements Step {}

    /** Nothing to do: not for us, or a repetition. */
    record Ignored(String why) implements Step {}

    /** Why an order or a frame was refused. */
    enum Why {
        GARBLED,
        METER_SAID_NO,
        NOT_UNDERSTOOD,
        EXPIRED,
        SUPERSEDED
    }
}
