package org.openprepay.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.IdSource;
import org.openprepay.api.Money;
import org.openprepay.prepayment.Accounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the people do: everybody accepts emergency credit when it is offered, and all but the first
 * household, which is there to be watched, buy again when it is in use.
 */
@Component(service = Residents.class)
public final class Residents {
    private static final Caller CALLER = Caller.system("demo-residents");
    private static final String PURCHASE = "20.00";

    /** Looks at one household a turn, so that the demo stays light. */
    private int next;

    private final Accounts accounts;
    private final IdSource ids;
    private final Set<AccountId> accepted = new HashSet<>();

    @Activate
    public Residents(@Reference Accounts accounts, @Reference IdSource ids) {
        this.accounts = accounts;
        this.ids = ids;
    }

    void look(List<Household> households) {
        next = (next + 1) % households.size();
        look(Seeding.account(households.get(next)), next == 0);
        if (next % 3 == 0) {
            look(Seeding.account(households.get(0)), true);
        }
    }

    private void look(AccountId account, boolean watched) {
        accounts.find(CALLER, account)
                .ifPresent(
                        view -> {
                            if (view.emergency().equals("offered") && accepted.add(account)) {
                                accounts.acceptEmergencyCredit(CALLER, account, id("emergency"));
                            } else if (view.emergency().equals("in-use") && !watched) {
                                buy(account);
                            } else if (view.emergency().equals("none")) {
                                accepted.remove(account);
                            }
                        });
    }

    private void buy(AccountId account) {
        Money money = Money.of(Seeding.CURRENCY, PURCHASE);
        accounts.credit(CALLER, account, new Accounts.Credit(id("purchase"), money, "mobile", ""));
    }

    private EntryId id(String what) {
        return new EntryId("demo-" + what + ":" + ids.next());
    }
}
