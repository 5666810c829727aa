package org.openprepay.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.openprepay.store.database.StoreSettings.Identity;
import org.openprepay.store.tx.Dialect;

/** Gives the application's identity exactly its rights, and makes sure it has no more. */
final class Identities {
    /** H2: not enough rights. MariaDB: refused for this table. */
    private static final int H2_REFUSED = 90096;

    private static final int MARIADB_REFUSED = 1142;

    private final StoreSettings settings;
    private final Connections connections;

    Identities(StoreSettings settings, Connections connections) {
        this.settings = settings;
        this.connections = connections;
    }

    void grant(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            String grantee = grantee(statement);
            for (String table : Tables.ORDINARY) {
                statement.execute(
                        "grant select, insert, update, delete on " + table + " to " + grantee);
            }
            for (String table : Tables.INSERT_ONLY) {
                statement.execute("grant select, insert on " + table + " to " + grantee);
            }
        }
    }

    private String grantee(Statement statement) throws SQLException {
        Identity application = settings.application();
        String password = " '" + application.password().replace("'", "''") + "'";
        if (settings.dialect() == Dialect.H2) {
            statement.execute("set write_delay 0");
            statement.execute(
                    "create user if not exists " + application.user() + " password" + password);
            statement.execute("alter user " + application.user() + " set password" + password);
            return application.user();
        }
        return account(statement, password);
    }

    /** The account MariaDB takes the application for; made if it may not sign in yet. */
    private String account(Statement statement, String password) throws SQLException {
        if (signsIn()) {
            try (Connection application = connections.application();
                    var asked = application.createStatement();
                    var answer = asked.executeQuery("select current_user()")) {
                answer.next();
                String[] parts = answer.getString(1).split("@", 2);
                return "'" + parts[0] + "'@'" + parts[1] + "'";
            }
        }
        String account = "'" + settings.application().user() + "'@'%'";
        statement.execute("create user " + account + " identified by" + password);
        return account;
    }

    /** A new user without any grant is refused the schema, an unknown one the door. */
    private boolean signsIn() {
        try (Connection application = connections.application()) {
            return application.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Tries, on no rows, what must be refused. */
    void prove() throws SQLException {
        try (Connection application = connections.application();
                Statement statement = application.createStatement()) {
            for (String table : Tables.INSERT_ONLY) {
                refused(statement, "update " + table + " set occurred = 0 where 1 = 0", table);
                refused(statement, "delete from " + table + " where 1 = 0", table);
            }
        }
    }

    private void refused(Statement statement, String sql, String table) throws SQLException {
        try {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            if (e.getErrorCode() == H2_REFUSED || e.getErrorCode() == MARIADB_REFUSED) {
                return;
            }
            throw e;
        }
        throw new IllegalStateException(
                "the database user "
                        + settings.application()
                        + " may change the table "
                        + table
                        + "; give it no rights beyond those the server grants");
    }
}
