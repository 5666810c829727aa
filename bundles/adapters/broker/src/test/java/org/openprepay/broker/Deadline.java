package org.openprepay.broker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come about. */
final class Deadline {
    private Deadline() {}

    static void until(String what, BooleanSupplier met) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!met.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within the deadline: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
