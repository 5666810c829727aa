package org.openprepay.prepayment.internal;

import java.util.List;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.customers.Customers;
import org.openprepay.customers.MeterLink;
import org.openprepay.customers.ServicePoint;
import org.openprepay.metering.Metering;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.PrepaymentStore.Checkpoint;
import org.openprepay.prepayment.PrepaymentStore.Desk;
import org.openprepay.prepayment.Supply;
import org.openprepay.rulebook.Rulebook;
import org.openprepay.tariff.BillCodec;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Tariffs;

/** Opens accounts: checks what they refer to, links the meter, wants supply on. */
final class Opening {
    /** Entry ids carry the account's number within their own limit. */
    private static final int MAX_ID = 60;

    private final PrepaymentStore store;
    private final Customers customers;
    private final Metering metering;
    private final Tariffs tariffs;
    private final BillCodec codec;
    private final Rulebook rulebook;
    private final Switch relay;

    Opening(
            PrepaymentStore store,
            Customers customers,
            Metering metering,
            Tariffs tariffs,
            BillCodec codec,
            Rulebook rulebook,
            Switch relay) {
        this.store = store;
        this.customers = customers;
        this.metering = metering;
        this.tariffs = tariffs;
        this.codec = codec;
        this.rulebook = rulebook;
        this.relay = relay;
    }

    /** The account with that number, when it exists already. */
    Optional<Outcome<Account>> known(Account asked) {
        return store.account(asked.id())
                .map(
                        known ->
                                same(known, asked)
                                        ? Outcome.accepted(known)
                                        : Outcome.refused(
                                                "DUPLICATE",
                                                "id",
                                                "Account " + asked.id() + " exists otherwise."));
    }

    /** Checks everything the account refers to. */
    Outcome<Account> checked(Caller caller, Account account) {
        if (account.id().value().length() > MAX_ID) {
            return refused("INVALID_ID", "id", "An account's id has at most 60 characters.");
        }
        if (customers.find(caller, account.customer()).isEmpty()) {
            return refused(
                    "UNKNOWN_CUSTOMER", "customer", "No customer " + account.customer() + ".");
        }
        Optional<ServicePoint> point = customers.find(caller, account.servicePoint());
        if (point.isEmpty() || !point.get().zone().equals(account.zone())) {
            return refused(
                    "UNKNOWN_SERVICE_POINT",
                    "servicePoint",
                    "No service point " + account.servicePoint() + " in " + account.zone() + ".");
        }
        if (metering.find(account.meter()).isEmpty()) {
            return refused("UNKNOWN_METER", "meter", "No meter " + account.meter() + ".");
        }
        boolean policy =
                rulebook.inForce(account.policy(), account.opened())
                        .filter(version -> version.kind().equals(PolicyKind.KIND))
                        .isPresent();
        return policy
                ? priced(account)
                : refused("UNKNOWN_POLICY", "policy", "No policy " + account.policy() + ".");
    }

    private Outcome<Account> priced(Account account) {
        return tariffs.currency(account.tariff(), account.opened())
                .then(
                        currency ->
                                currency.equals(account.currency())
                                        ? Outcome.accepted(account)
                                        : refused(
                                                "CURRENCY_MISMATCH",
                                                "currency",
                                                "Tariff "
                                                        + account.tariff()
                                                        + " is in "
                                                        + currency
                                                        + "."));
    }

    /** Keeps a checked account, with its first bill, its link, and supply wanted on. */
    Outcome<Desk> keep(Caller caller, Account account) {
        store.add(account);
        var link = new MeterLink(account.meter(), account.id(), account.opened(), Optional.empty());
        return customers
                .link(caller, link)
                .then(linked -> tariffs.open(account.tariff(), account.zone(), account.opened()))
                .map(bill -> kept(account, bill));
    }

    private Desk kept(Account account, BillState bill) {
        store.putCheckpoints(
                List.of(
                        new Checkpoint(
                                account.id(),
                                bill.period().start(),
                                bill.period().end(),
                                codec.write(bill))));
        Supply supply =
                new Supply(
                        Supply.State.ON,
                        relay.nextIntent(account.meter()),
                        Optional.empty(),
                        account.opened(),
                        "account opened",
                        Optional.empty());
        Desk desk =
                new Desk(
                        account.id(),
                        supply,
                        "none",
                        List.of(),
                        Optional.empty(),
                        false,
                        account.opened(),
                        0);
        store.put(List.of(desk));
        return desk;
    }

    /** A repeat may come later: the time of opening is the first one's. */
    private static boolean same(Account a, Account b) {
        return a.customer().equals(b.customer())
                && a.servicePoint().equals(b.servicePoint())
                && a.meter().equals(b.meter())
                && a.mode() == b.mode()
                && a.tariff().equals(b.tariff())
                && a.policy().equals(b.policy())
                && a.currency().equals(b.currency())
                && a.zone().equals(b.zone());
    }

    private static Outcome<Account> refused(String code, String field, String message) {
        return Outcome.refused(code, field, message);
    }
}
