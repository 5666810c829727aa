package org.openprepay.shell;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Backup;
import org.openprepay.api.Right;

/** {@code prepay:restore}. */
@Service
@Command(
        scope = "prepay",
        name = "restore",
        description = "Puts a copy in the place of an empty database")
@NullUnmarked
public final class RestoreCommand implements Action {
    @Reference Backup backup;

    @Argument(name = "file", required = true, description = "a copy that prepay:backup wrote")
    @Nullable String file;

    @Override
    public @Nullable Object execute() {
        ShellCaller.now().require(Right.ADMINISTER);
        System.out.println(
                Failure.orElse(backup.restore(Path.of(file)))
                        + " rows restored; restart the server.");
        return null;
    }
}
