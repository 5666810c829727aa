package org.openprepay.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only the server's own user may read. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** A new empty file in the place of any old one. */
    static Path create(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var owner = PosixFilePermissions.fromString("rw-------");
            return Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
        }
        return Files.createFile(file);
    }
}
