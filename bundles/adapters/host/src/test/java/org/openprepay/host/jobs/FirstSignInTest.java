package org.openprepay.host.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openprepay.access.Access;

@Tag("SEC-02")
class FirstSignInTest {
    @TempDir Path folder;

    @Test
    void theOneTimePasswordIsInAFileThatOnlyItsOwnerCanRead() throws Exception {
        new FirstSignIn(access(Optional.of("abc-123")), folder);
        Path file = folder.resolve("first-sign-in");
        assertTrue(Files.readString(file).contains("one-time password: abc-123"));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aLaterStartLeavesNoEmptyFileBehind() throws Exception {
        new FirstSignIn(access(Optional.empty()), folder);
        assertFalse(Files.exists(folder.resolve("first-sign-in")));
    }

    private static Access access(Optional<String> first) {
        return (Access)
                Proxy.newProxyInstance(
                        FirstSignInTest.class.getClassLoader(),
                        new Class<?>[] {Access.class},
                        (proxy, method, arguments) -> {
                            assertEquals("firstStart", method.getName());
                            return first;
                        });
    }
}
