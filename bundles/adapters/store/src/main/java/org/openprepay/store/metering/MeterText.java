package org.openprepay.store.metering;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeMap;
import org.openprepay.api.Commodity;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Meter;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Lines;
import org.openprepay.store.tx.Sql;

/** A meter as one row; its decimals are text, so that the same record comes back. */
final class MeterText {
    private MeterText() {}

    static Object[] row(Meter meter) {
        var factors = new TreeMap<String, String>();
        meter.multipliers()
                .forEach(one -> factors.put(one.from().toString(), one.factor().toString()));
        return Sql.row(
                meter.id(),
                meter.driver(),
                meter.address(),
                meter.commodity(),
                meter.registerDigits(),
                meter.maxPower().toString(),
                Lines.write(factors),
                Lines.write(meter.settings()),
                meter.registered(),
                meter.removed());
    }

    static Meter meter(Columns columns) throws SQLException {
        return new Meter(
                new MeterId(columns.text("id")),
                columns.text("driver"),
                columns.text("address"),
                Commodity.valueOf(columns.text("commodity")),
                columns.count("register_digits"),
                new BigDecimal(columns.text("max_power")),
                Lines.read(columns.text("multipliers")).entrySet().stream()
                        .map(
                                one ->
                                        new Meter.Multiplier(
                                                Instant.parse(one.getKey()),
                                                new BigDecimal(one.getValue())))
                        .sorted(Comparator.comparing(Meter.Multiplier::from))
                        .toList(),
                Lines.read(columns.text("settings")),
                columns.instant("registered"),
                columns.maybeInstant("removed"));
    }
}
