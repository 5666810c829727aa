package org.openprepay.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openprepay.metering.Row;

/** Readings that come one by one, a thousand a second, and wait in a lane for the next batch. */
final class Latency {
    private static final long GAP = Duration.ofMillis(1).toNanos();
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 8_000;

    private final Town town;
    private final long start = System.nanoTime();
    private final long[] waited = new long[WARM_UP + MEASURED];
    private int taken;

    private Latency(Town town) {
        this.town = town;
    }

    /** Milliseconds from a reading's coming to its committed debit that 99 of 100 do not exceed. */
    static double p99(Town town) {
        var latency = new Latency(town);
        while (latency.taken < WARM_UP + MEASURED) {
            latency.batch();
        }
        long[] measured = Arrays.copyOfRange(latency.waited, WARM_UP, WARM_UP + MEASURED);
        Arrays.sort(measured);
        return measured[MEASURED * 99 / 100] / 1e6;
    }

    private void batch() {
        int first = taken;
        List<Row> rows = new ArrayList<>();
        while (isDue() && rows.size() < Town.BATCH) {
            if (taken % Town.ACCOUNTS == 0) {
                town.nextReading();
            }
            rows.add(town.reading(taken % Town.ACCOUNTS));
            taken++;
        }
        if (rows.isEmpty()) {
            LockSupport.parkNanos(start + taken * GAP - System.nanoTime());
            return;
        }
        town.send(rows);
        long done = System.nanoTime();
        for (int i = first; i < taken; i++) {
            waited[i] = done - (start + i * GAP);
        }
    }

    private boolean isDue() {
        return taken < waited.length && System.nanoTime() >= start + taken * GAP;
    }
}
