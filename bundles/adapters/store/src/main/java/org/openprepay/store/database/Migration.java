package org.openprepay.store.database;

import java.sql.Connection;
import java.util.Map;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.openprepay.store.tx.Dialect;

/** Brings the schema to this version; any failure keeps the store closed. */
final class Migration {
    private static final Map<String, Object> SCOPE =
            Map.of(
                    Scope.Attr.ui.name(),
                    new LoggerUIService(),
                    "liquibase.analytics.enabled",
                    false);

    private Migration() {}

    /** Liquibase looks for its own services with the thread's class loader. */
    static void run(Connection owner, Dialect dialect) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(Liquibase.class.getClassLoader());
            Scope.child(SCOPE, () -> update(owner, dialect));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * An H2 file has one process only, so a lock found there is left from a crash. The names are
     * small letters because MariaDB tells them apart.
     */
    private static void update(Connection owner, Dialect dialect) throws Exception {
        var resources = new ClassLoaderResourceAccessor(Migration.class.getClassLoader());
        var database =
                DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(owner));
        database.setDatabaseChangeLogTableName("databasechangelog");
        database.setDatabaseChangeLogLockTableName("databasechangeloglock");
        var liquibase = new Liquibase("db/changelog.xml", resources, database);
        if (dialect == Dialect.H2) {
            liquibase.forceReleaseLocks();
        }
        liquibase.update(new Contexts());
    }
}
