package org.openprepay.store.database;

import java.nio.file.Path;
import org.openprepay.store.tx.Dialect;

/**
 * Where the database is and who works with it.
 *
 * @param url JDBC address; empty means an H2 file in the data folder
 * @param data the server's data folder
 * @param poolSize most connections of the application at once
 */
public record StoreSettings(
        String url, Identity owner, Identity application, Path data, int poolSize) {
    /**
     * Identifiers as MariaDB treats them, but kept in capitals, or Liquibase would not find its own
     * tables at the second start; a closing JVM closes through us, not by itself.
     */
    private static final String H2_SETTINGS =
            ";MODE=MariaDB;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                    + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";

    public StoreSettings {
        url = url.isBlank() ? "jdbc:h2:file:" + data.toAbsolutePath() + "/db/openprepay" : url;
        if (url.startsWith("jdbc:h2:") && !url.contains(";MODE=")) {
            url += H2_SETTINGS;
        }
        if (owner.user().equals(application.user())) {
            throw new IllegalArgumentException(
                    "owner and application must be two users of the database, not both "
                            + owner.user());
        }
    }

    /** An H2 file in the data folder with secrets that the server makes. */
    public static StoreSettings h2(Path data) {
        return new StoreSettings(
                "", Identity.of("openprepay_owner"), Identity.of("openprepay"), data, 16);
    }

    public Dialect dialect() {
        return Dialect.of(url);
    }

    public StoreSettings with(Identity newOwner, Identity newApplication) {
        return new StoreSettings(url, newOwner, newApplication, data, poolSize);
    }

    /** A user of the database; no password means one that the server makes (H2 only). */
    public record Identity(String user, String password) {
        public Identity {
            if (!user.matches("[A-Za-z][A-Za-z0-9_]{0,31}")) {
                throw new IllegalArgumentException("not a database user's name: " + user);
            }
        }

        public static Identity of(String user) {
            return new Identity(user, "");
        }

        @Override
        public String toString() {
            return user;
        }
    }
}
