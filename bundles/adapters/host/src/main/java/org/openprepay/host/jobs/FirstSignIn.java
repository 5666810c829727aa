package org.openprepay.host.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.openprepay.access.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At the very first start, shows the administrator's one-time password on the terminal and keeps it
 * in the file {@code first-sign-in} of the data folder, which only its owner can read.
 */
@Component(service = FirstSignIn.class, immediate = true)
public final class FirstSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(FirstSignIn.class);

    @Activate
    public FirstSignIn(@Reference Access access) throws IOException {
        this(access, Path.of(System.getProperty("karaf.data", "data")));
    }

    FirstSignIn(Access access, Path folder) throws IOException {
        Path file = folder.resolve("first-sign-in");
        prepare(folder, file);
        var password = access.firstStart();
        if (password.isPresent()) {
            Files.writeString(file, "name: admin\none-time password: " + password.get() + "\n");
            LOG.info("first start: the one-time password of admin is in {}", file);
            show("First sign-in: name admin, one-time password " + password.get());
        } else if (Files.exists(file) && Files.size(file) == 0) {
            Files.delete(file);
        }
    }

    /** The file exists, empty and private, before the secret does. */
    private static void prepare(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        if (!Files.exists(file)) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var owner = PosixFilePermissions.fromString("rw-------");
                Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
            } else {
                Files.createFile(file);
            }
        }
    }

    private static void show(String line) {
        System.out.println(line);
    }
}
