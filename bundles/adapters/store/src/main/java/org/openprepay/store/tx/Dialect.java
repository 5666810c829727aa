package org.openprepay.store.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Where the two databases need different words. */
public enum Dialect {
    /** The pool sets the usual isolation again when the connection is next borrowed. */
    H2("set session characteristics as transaction isolation level snapshot"),
    /** Holds for the next transaction only. */
    MARIADB("set transaction isolation level repeatable read");

    private final String snapshot;

    Dialect(String snapshot) {
        this.snapshot = snapshot;
    }

    public static Dialect of(String url) {
        return url.startsWith("jdbc:h2:") ? H2 : MARIADB;
    }

    public static Dialect of(Connection connection) throws SQLException {
        return of(connection.getMetaData().getURL());
    }

    /** Every read of the transaction that begins now sees the same state of all tables. */
    public void holdSnapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(snapshot);
        }
    }
}
