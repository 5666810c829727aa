package org.openprepay.store.tx;

import java.sql.SQLException;

/** A statement failed; {@link JpaTransactions} decides what that means. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Somebody else wrote the same key first. */
    public boolean isDuplicate() {
        SQLException sql = Failures.sql(this);
        return sql != null && Failures.duplicate(sql);
    }
}
