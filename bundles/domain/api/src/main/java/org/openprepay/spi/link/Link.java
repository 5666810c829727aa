package org.openprepay.spi.link;

import java.util.List;
import org.openprepay.spi.meter.Frame;

/** Carries frames over one kind of wire or radio; started and stopped by the host. */
public interface Link {
    /** The kind that passports name: {@code mqtt}, {@code tcp}, {@code serial}. */
    String kind();

    /** Starts carrying; frames heard on these channels go to the listener until {@link #close}. */
    void listen(List<String> channels, Listener listener);

    /**
     * Sends a frame to its channel.
     *
     * @throws Unreachable when it certainly did not leave
     */
    void send(Frame frame) throws Unreachable;

    /** Whether frames can be carried now, and since when not. */
    State state();

    /** Stops listening. */
    void close();

    /**
     * Hears frames; returns only when the frame is committed or refused for good, so the link may
     * acknowledge.
     */
    interface Listener {
        /**
         * A frame arrived.
         *
         * @return false when it could not be kept now: the link must not acknowledge it and will
         *     offer it again
         */
        boolean heard(Frame frame);
    }

    /** Up, or down with the reason. */
    record State(boolean up, String detail) {}

    /** The frame certainly did not leave. */
    final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        public Unreachable(String message) {
            super(message);
        }
    }
}
