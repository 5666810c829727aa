package org.openprepay.api;

import java.time.Duration;

/** The host's threads, lent to others: only the host starts any. */
public interface Schedule {
    /**
     * Runs work again and again, each run starting a period after the last one ended. An exception
     * is logged and the next run still comes.
     *
     * @return stops it; a run under way is waited for, for at most a few seconds
     */
    Running every(String name, Duration period, Runnable work);

    /** Something that goes on until it is closed. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
