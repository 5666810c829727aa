package org.openprepay.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.openprepay.metering.Row;
import org.openprepay.store.StandaloneStore;
import org.openprepay.store.database.StoreSettings;

/** From rows to debited accounts on one database, beside what that database can do at most. */
record IntakeSpeed(double readings, double rawRows, double intervals, double p99Millis) {

    static IntakeSpeed on(Engine engine) throws Exception {
        Path folder = Files.createTempDirectory("openprepay-bench");
        StoreSettings settings = engine.fresh(folder);
        try (StandaloneStore store = StandaloneStore.open(settings, InstantSource.system())) {
            var house = new House(store, Town.START);
            Town.publish(house);
            Town town = Town.open(house, "readings");
            double readings = told("readings", readings(town));
            double raw;
            try (RawBound bound = RawBound.on(settings)) {
                raw = told("raw rows", Measure.perSecond(() -> bound.batch(Town.BATCH)));
            }
            double p99 = told("p99", Latency.p99(town));
            double intervals = told("intervals", days(Town.open(house, "days")));
            return new IntakeSpeed(readings, raw, intervals, p99);
        }
    }

    /** Shows at once what is known, since the table takes minutes. */
    private static double told(String what, double value) {
        System.err.printf("%s %,.1f%n", what, value);
        return value;
    }

    double share() {
        return readings / rawRows;
    }

    private static double readings(Town town) {
        double rate = Measure.perSecond(rounds(town, town::nextReading, town::reading));
        if (town.balance(0).amount().intValue() >= 9_999) {
            throw new IllegalStateException("nothing was debited");
        }
        return rate;
    }

    private static double days(Town town) {
        return Town.DAY * Measure.perSecond(rounds(town, town::nextDay, town::day));
    }

    /** Each call sends one batch; all accounts have their turn before the next step of time. */
    private static IntSupplier rounds(Town town, Runnable next, IntFunction<Row> row) {
        int[] from = {0};
        return () -> {
            if (from[0] == 0) {
                next.run();
            }
            List<Row> rows = IntStream.range(from[0], from[0] + Town.BATCH).mapToObj(row).toList();
            town.send(rows);
            from[0] = (from[0] + Town.BATCH) % Town.ACCOUNTS;
            return rows.size();
        };
    }
}
