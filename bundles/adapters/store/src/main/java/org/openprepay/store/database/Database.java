package org.openprepay.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.openprepay.api.Backup;
import org.openprepay.api.Transactions.StoreUnavailable;
import org.openprepay.store.tx.Dialect;

/**
 * The open database: migrated and granted by the owner, used by the application.
 *
 * <p>One component opens it instead of a Pax JDBC configuration with a migration hook: a hook is
 * given the one identity of its data source, so owner and application would need two data sources,
 * two files of settings and an order between them; secrets made at first start would have to be
 * written into a configuration file; here the data source simply does not exist before the
 * migration succeeded, and one file changes H2 to MariaDB.
 */
public final class Database implements AutoCloseable {
    private final StoreSettings settings;
    private final Connections connections;
    private final BasicDataSource pool;

    /** Keeps an H2 file open: its write delay is 500 ms again whenever it is opened anew. */
    private final Connection keeper;

    private Database(StoreSettings settings, Connections connections, Connection keeper) {
        this.settings = settings;
        this.keeper = keeper;
        this.connections = connections;
        this.pool = connections.pool();
    }

    /**
     * Migrates, grants, proves the grants.
     *
     * @throws StoreUnavailable when any of it fails; nothing is open then
     */
    public static Database open(StoreSettings wanted) {
        StoreSettings settings = wanted.dialect() == Dialect.H2 ? Secrets.filled(wanted) : wanted;
        var connections = new Connections(settings);
        try {
            Connection owner = connections.owner();
            try {
                prepare(settings, connections, owner);
                if (settings.dialect() != Dialect.H2) {
                    owner.close();
                }
                return new Database(settings, connections, owner);
            } catch (Exception e) {
                owner.close();
                throw e;
            }
        } catch (Exception e) {
            throw new StoreUnavailable(
                    "the database at " + address(settings) + " cannot serve: " + e.getMessage(), e);
        }
    }

    private static void prepare(StoreSettings settings, Connections connections, Connection owner)
            throws Exception {
        var identities = new Identities(settings, connections);
        Migration.run(owner, settings.dialect());
        owner.setAutoCommit(true);
        identities.grant(owner);
        identities.prove();
    }

    /** Without settings, which may hold secrets. */
    private static String address(StoreSettings settings) {
        return settings.url().split("[;?]", 2)[0];
    }

    /** The application's connections. */
    public DataSource application() {
        return pool;
    }

    /** Copies of this database. */
    public Backup backup(InstantSource wall) {
        return new TextBackup(this, wall);
    }

    Connection owner() throws SQLException {
        return connections.owner();
    }

    Dialect dialect() {
        return settings.dialect();
    }

    @Override
    public void close() {
        try {
            pool.close();
            keeper.close();
        } catch (SQLException e) {
            throw new StoreUnavailable("closing the pool failed", e);
        }
    }
}
