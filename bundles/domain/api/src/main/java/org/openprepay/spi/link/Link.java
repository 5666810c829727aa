package org.openprepay.spi.link;

import java.util.List;
import java.util.concurrent.CompletionStage;
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

    /** Hears frames, in the order of their arrival on each channel. */
    interface Listener {
        /**
         * A frame arrived. Returns at once; the link goes on carrying others meanwhile.
         *
         * @return completes with true once the frame is committed or refused for good, so that the
         *     link may acknowledge it; with false, or with an exception, when it could not be kept:
         *     the link must not acknowledge it and will offer it again
         */
        CompletionStage<Boolean> heard(Frame frame);
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
