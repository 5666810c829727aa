package org.openprepay.itests.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** The administrator's way in: the one-time password, and the one chosen instead. */
final class FirstSignIn {
    static final String NAME = "admin";
    private static final String CHOSEN = "correct horse battery staple";

    private FirstSignIn() {}

    static Clerk changePassword(Server server) throws IOException, InterruptedException {
        String text = Files.readString(server.data().resolve("first-sign-in")).strip();
        String once = text.substring(text.lastIndexOf(' ') + 1);
        Api.Answer changed =
                server.api()
                        .signedIn(NAME, once)
                        .put("/api/v1/me/password", Map.of("current", once, "next", CHOSEN));
        if (changed.status() / 100 != 2) {
            throw new IllegalStateException("the password was not changed: " + changed);
        }
        return again(server);
    }

    static Clerk again(Server server) throws IOException, InterruptedException {
        return Clerk.signedIn(server.port(), NAME, CHOSEN);
    }
}
