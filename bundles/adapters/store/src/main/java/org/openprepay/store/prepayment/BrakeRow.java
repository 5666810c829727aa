package org.openprepay.store.prepayment;

import java.sql.SQLException;
import java.util.Optional;
import org.openprepay.prepayment.SupplyDesk.Brake;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;

/** The one row of the cut brake, which the migration lays. */
final class BrakeRow {
    private final Sql sql;

    BrakeRow(Sql sql) {
        this.sql = sql;
    }

    /** Empty until somebody, named as its author, put the brake. */
    Optional<Brake> read() {
        return sql.one("select * from brake where id = 1 and author <> ''", BrakeRow::brake);
    }

    Brake lock() {
        return sql.one("select * from brake where id = 1 for update", BrakeRow::brake)
                .orElseThrow(() -> new IllegalStateException("the brake's row is missing"));
    }

    void put(Brake brake) {
        sql.update(
                "update brake set stopped = ?, reason = ?, author = ?, since = ?, cuts = ?,"
                        + " limit_per_hour = ?, held = ? where id = 1",
                brake.stopped(),
                brake.reason(),
                brake.by(),
                brake.since(),
                brake.cutsThisHour(),
                brake.limitPerHour(),
                brake.held());
    }

    private static Brake brake(Columns columns) throws SQLException {
        return new Brake(
                columns.flag("stopped"),
                columns.text("reason"),
                columns.text("author"),
                columns.instant("since"),
                columns.count("cuts"),
                columns.count("limit_per_hour"),
                columns.count("held"));
    }
}
