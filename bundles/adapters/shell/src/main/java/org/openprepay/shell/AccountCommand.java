package org.openprepay.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.Slice;
import org.openprepay.prepayment.Accounts;

/** {@code prepay:account}. */
@Service
@Command(
        scope = "prepay",
        name = "account",
        description = "Shows one account, or the first accounts")
@NullUnmarked
public final class AccountCommand implements Action {
    @Reference Accounts accounts;

    @Argument(name = "account", description = "an account number; without one all are listed")
    @Nullable String account;

    @Override
    public @Nullable Object execute() {
        Caller caller = ShellCaller.now();
        ShellTable table = new ShellTable();
        for (String title :
                new String[] {
                    "account", "customer", "meter", "tariff", "balance", "wanted", "found", "why"
                }) {
            table.column(title);
        }
        if (account == null) {
            accounts.list(caller, Slice.MAX, Optional.empty())
                    .items()
                    .forEach(view -> row(table, view));
        } else {
            row(table, one(caller, account));
        }
        table.print(System.out);
        return null;
    }

    private Accounts.View one(Caller caller, String id) {
        return accounts.find(caller, new AccountId(id))
                .orElseThrow(
                        () ->
                                new Failure(
                                        "There is no account "
                                                + id
                                                + "; prepay:account lists them."));
    }

    private static void row(ShellTable table, Accounts.View view) {
        table.addRow()
                .addContent(
                        view.account().id(),
                        view.customerName(),
                        view.account().meter(),
                        view.account().tariff() + " v" + view.tariffVersion(),
                        view.balance(),
                        view.supply().wanted(),
                        view.supply().found().map(Enum::name).orElse("unknown"),
                        view.supply().why());
    }
}
