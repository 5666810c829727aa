package org.openprepay.shell;

import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Money;
import org.openprepay.api.Right;
import org.openprepay.ledger.Ledger;

/** {@code prepay:trial-balance}. */
@Service
@Command(
        scope = "prepay",
        name = "trial-balance",
        description = "Shows every book and that all add up to zero")
@NullUnmarked
public final class TrialBalanceCommand implements Action {
    @Reference Ledger ledger;

    @Override
    public @Nullable Object execute() {
        ShellCaller.now().require(Right.VIEW);
        ShellTable table = new ShellTable();
        table.column("book");
        table.column("balance").alignRight();
        var sums = new TreeMap<String, Money>();
        for (var line : ledger.trialBalance()) {
            table.addRow().addContent(line.book().path(), line.balance());
            sums.merge(line.balance().currency(), line.balance(), Money::plus);
        }
        table.print(System.out);
        sums.values().forEach(sum -> System.out.println("Sum: " + sum));
        return null;
    }
}
