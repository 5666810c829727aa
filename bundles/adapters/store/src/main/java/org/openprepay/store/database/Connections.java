package org.openprepay.store.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.apache.commons.dbcp2.BasicDataSource;
import org.openprepay.store.database.StoreSettings.Identity;
import org.openprepay.store.tx.Dialect;

/** Opens connections with the drivers themselves, which no container's class loading disturbs. */
final class Connections {
    /** Fails when commits would not reach the file at once, as after H2 opened it by itself. */
    private static final String DURABLE =
            "select 1 / case when max(cast(setting_value as int)) = 0 then 1 else 0 end"
                    + " from information_schema.settings where setting_name = 'WRITE_DELAY'";

    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private final StoreSettings settings;

    Connections(StoreSettings settings) {
        this.settings = settings;
    }

    Connection owner() throws SQLException {
        return as(settings.owner());
    }

    Connection application() throws SQLException {
        return as(settings.application());
    }

    private Connection as(Identity identity) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", identity.user());
        properties.setProperty("password", identity.password());
        Connection connection = driver().connect(settings.url(), properties);
        if (connection == null) {
            throw new SQLException("not an address of H2 or MariaDB: " + settings.url());
        }
        return connection;
    }

    private Driver driver() {
        return settings.dialect() == Dialect.H2
                ? new org.h2.Driver()
                : new org.mariadb.jdbc.Driver();
    }

    /** The application's pool. */
    BasicDataSource pool() {
        var pool = new BasicDataSource();
        pool.setDriver(driver());
        pool.setUrl(settings.url());
        pool.setUsername(settings.application().user());
        pool.setPassword(settings.application().password());
        pool.setMaxTotal(settings.poolSize());
        pool.setMaxIdle(settings.poolSize());
        pool.setMaxWaitMillis(LONGEST_WAIT_MILLIS);
        pool.setTestOnBorrow(true);
        if (settings.dialect() == Dialect.H2) {
            pool.setConnectionInitSqls(List.of(DURABLE));
            pool.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } else {
            pool.setConnectionInitSqls(
                    List.of("set session transaction isolation level read committed"));
        }
        return pool;
    }
}
