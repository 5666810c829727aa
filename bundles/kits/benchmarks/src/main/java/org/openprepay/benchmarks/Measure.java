package org.openprepay.benchmarks;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Repeats work for a time, after a warm-up, and counts. */
final class Measure {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    private Measure() {}

    /** How much work is done in a second; the work answers how much it did. */
    static double perSecond(IntSupplier work) {
        run(work, WARM_UP);
        return run(work, MEASURED);
    }

    private static double run(IntSupplier work, Duration time) {
        long start = System.nanoTime();
        long done = 0;
        long spent = 0;
        while (spent < time.toNanos()) {
            done += work.getAsInt();
            spent = System.nanoTime() - start;
        }
        return done * 1e9 / spent;
    }
}
