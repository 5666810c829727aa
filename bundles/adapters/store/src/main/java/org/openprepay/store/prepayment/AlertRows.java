package org.openprepay.store.prepayment;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openprepay.prepayment.Alerts.Alert;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;

/** What needs somebody, newest first. */
final class AlertRows {
    private final Sql sql;

    AlertRows(Sql sql) {
        this.sql = sql;
    }

    Optional<Alert> open(String code, String subject) {
        return sql.one(
                "select * from alert where code = ? and subject = ? and cleared is null"
                        + " order by id desc limit 1",
                AlertRows::alert,
                code,
                subject);
    }

    Optional<Alert> find(long id) {
        return sql.one("select * from alert where id = ?", AlertRows::alert, id);
    }

    List<Alert> list(boolean open, int limit, Optional<String> after) {
        return sql.list(
                "select * from alert where id < ?"
                        + (open ? " and cleared is null" : "")
                        + " order by id desc limit ?",
                AlertRows::alert,
                after.map(Long::valueOf).orElse(Long.MAX_VALUE),
                limit);
    }

    /** An alert with a number that the table doesn't hold is a new one. */
    Alert put(Alert alert) {
        int known =
                sql.update(
                        "update alert set severity = ?, content = ?, occurred = ?, times = ?,"
                                + " cleared = ?, acknowledged_by = ? where id = ?",
                        alert.severity(),
                        alert.text(),
                        alert.at(),
                        alert.count(),
                        alert.cleared(),
                        alert.acknowledgedBy(),
                        alert.id());
        return known > 0 ? alert : add(alert);
    }

    private Alert add(Alert alert) {
        long id =
                sql.insert(
                        "insert into alert (severity, code, subject, content, occurred, times,"
                                + " cleared, acknowledged_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        alert.severity(),
                        alert.code(),
                        alert.subject(),
                        alert.text(),
                        alert.at(),
                        alert.count(),
                        alert.cleared(),
                        alert.acknowledgedBy());
        return new Alert(
                id,
                alert.severity(),
                alert.code(),
                alert.subject(),
                alert.text(),
                alert.at(),
                alert.count(),
                alert.cleared(),
                alert.acknowledgedBy());
    }

    private static Alert alert(Columns columns) throws SQLException {
        return new Alert(
                columns.number("id"),
                columns.text("severity"),
                columns.text("code"),
                columns.text("subject"),
                columns.text("content"),
                columns.instant("occurred"),
                columns.count("times"),
                columns.maybeInstant("cleared"),
                columns.maybeText("acknowledged_by"));
    }
}
