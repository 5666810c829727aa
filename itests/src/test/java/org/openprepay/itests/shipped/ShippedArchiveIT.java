package org.openprepay.itests.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("PLAT-01")
@Tag("PLAT-02")
class ShippedArchiveIT {
    private static final String NEW_PASSWORD = "correct horse battery staple";
    private static final Set<Integer> CLEAN = Set.of(0, 143);

    @TempDir Path folder;

    @Test
    void theShippedServerStartsLetsTheAdministratorInListensOnLoopbackOnlyAndStopsCleanly()
            throws IOException, InterruptedException {
        try (Server server = Server.start(folder)) {
            changeTheOneTimePassword(server);
            listensOnLoopbackOnly(server);
            assertFalse(server.log().contains("| ERROR |"), "no error in the log");
            assertTrue(CLEAN.contains(server.stop()), "a clean exit code");
            try (Server second = server.again()) {
                second.api().signedIn("admin", NEW_PASSWORD);
            }
        }
    }

    private static void changeTheOneTimePassword(Server server)
            throws IOException, InterruptedException {
        String password = oneTimePassword(server);
        Api admin = server.api().signedIn("admin", password);
        assertEquals(403, admin.get("/api/v1/accounts").status(), "only after the change");
        Map<String, String> change = Map.of("current", password, "next", NEW_PASSWORD);
        assertEquals(2, admin.put("/api/v1/me/password", change).status() / 100);
        Api signedIn = server.api().signedIn("admin", NEW_PASSWORD);
        assertEquals(200, signedIn.get("/api/v1/accounts").status());
        assertEquals(401, server.api().get("/api/v1/accounts").status());
    }

    private static void listensOnLoopbackOnly(Server server) throws IOException {
        String port = String.format(":%04X", server.port());
        assertEquals(
                Set.of("0000000000000000FFFF00000100007F" + port),
                Listening.of(server.pid()),
                "HTTP on 127.0.0.1 and nothing else");
    }

    private static String oneTimePassword(Server server) throws IOException {
        Path file = firstSignIn(server);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String text = Files.readString(file).strip();
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static Path firstSignIn(Server server) {
        return server.data().resolve("first-sign-in");
    }
}
