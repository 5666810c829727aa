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

/** {@code prepay:backup}. */
@Service
@Command(
        scope = "prepay",
        name = "backup",
        description = "Writes a copy of the database while the server works")
@NullUnmarked
public final class BackupCommand implements Action {
    @Reference Backup backup;

    @Argument(name = "folder", required = true, description = "where the copy goes")
    @Nullable String folder;

    @Override
    public @Nullable Object execute() {
        ShellCaller.now().require(Right.ADMINISTER);
        System.out.println("Kept in " + backup.backup(Path.of(folder)));
        return null;
    }
}
