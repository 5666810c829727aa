package org.openprepay.store.tx;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openprepay.ledger.LedgerStore.DuplicateEntry;

/** Tells apart what may be tried again, what is a bug, and what is the database being away. */
final class Failures {
    /**
     * MariaDB 1020 changed row, 1205 lock wait, 1213 deadlock; H2 50200 lock, 90131 changed row.
     */
    private static final Set<Integer> LOCKS = Set.of(1020, 1205, 1213, 50200, 90131);

    /** Syntax, data, constraints, missing rights: the same again would fail the same. */
    private static final Set<String> BUGS = Set.of("07", "21", "22", "23", "42", "90");

    /** H2's own states: closed, corrupt, out of disk, broken connection, already open. */
    private static final Set<Integer> AWAY =
            Set.of(90020, 90028, 90030, 90031, 90067, 90098, 90108, 90121);

    private Failures() {}

    static boolean again(RuntimeException failure) {
        SQLException sql = sql(failure);
        return failure instanceof DuplicateEntry
                || sql != null
                        && (LOCKS.contains(sql.getErrorCode())
                                || "40001".equals(sql.getSQLState())
                                || duplicate(sql));
    }

    static boolean duplicate(SQLException failure) {
        return failure.getErrorCode() == 1062 || failure.getErrorCode() == 23505;
    }

    static boolean databaseAway(RuntimeException failure) {
        SQLException sql = sql(failure);
        if (sql == null) {
            return false;
        }
        String state = sql.getSQLState();
        return AWAY.contains(sql.getErrorCode())
                || state == null
                || state.length() < 2
                || !BUGS.contains(state.substring(0, 2));
    }

    /** The database's own exception, if one is behind the failure. */
    static @Nullable SQLException sql(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException sql) {
                return sql.getNextException() == null ? sql : deepest(sql);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static SQLException deepest(SQLException failure) {
        SQLException next = failure.getNextException();
        return next == null || failure.getErrorCode() != 0 ? failure : deepest(next);
    }
}
