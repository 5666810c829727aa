package org.openprepay.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.openprepay.store.database.StoreSettings.Identity;

/** The passwords of an H2 database, made at first start and kept beside it. */
final class Secrets {
    private static final int BYTES = 24;

    private Secrets() {}

    /** Fills in passwords that are not configured. */
    static StoreSettings filled(StoreSettings settings) {
        if (!settings.owner().password().isEmpty()
                && !settings.application().password().isEmpty()) {
            return settings;
        }
        Path file = settings.data().resolve("db").resolve("secrets.properties");
        try {
            Properties secrets = Files.exists(file) ? read(file) : made(file);
            return settings.with(
                    known(settings.owner(), secrets.getProperty("owner")),
                    known(settings.application(), secrets.getProperty("application")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the database's secrets in " + file, e);
        }
    }

    private static Identity known(Identity identity, String secret) {
        return identity.password().isEmpty() ? new Identity(identity.user(), secret) : identity;
    }

    private static Properties read(Path file) throws IOException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            secrets.load(in);
        }
        return secrets;
    }

    private static Properties made(Path file) throws IOException {
        var secrets = new Properties();
        secrets.setProperty("owner", secret());
        secrets.setProperty("application", secret());
        Files.createDirectories(file.getParent());
        Path part = OwnerOnly.create(file.resolveSibling("secrets.part"));
        try (var out = Files.newBufferedWriter(part)) {
            secrets.store(out, "Made at first start; the database cannot be opened without it.");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return secrets;
    }

    private static String secret() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
