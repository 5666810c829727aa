package org.openprepay.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Right;
import org.openprepay.rulebook.Rulebook;

/** {@code prepay:rules}. */
@Service
@Command(scope = "prepay", name = "rules", description = "Lists rule packs and what was refused")
@NullUnmarked
public final class RulesCommand implements Action {
    @Reference Rulebook rulebook;

    @Override
    public @Nullable Object execute() {
        ShellCaller.now().require(Right.VIEW);
        ShellTable table = new ShellTable();
        for (String title :
                new String[] {"pack", "kind", "version", "effective", "author", "title"}) {
            table.column(title);
        }
        rulebook.latest()
                .forEach(
                        pack ->
                                table.addRow()
                                        .addContent(
                                                pack.pack(),
                                                pack.kind(),
                                                pack.number(),
                                                pack.effective(),
                                                pack.author(),
                                                pack.title()));
        table.print(System.out);
        rulebook.rejected()
                .forEach(
                        (pack, problems) -> {
                            System.out.println("Refused: " + pack);
                            problems.forEach(problem -> System.out.println("  " + problem));
                        });
        return null;
    }
}
