package org.openprepay.store.prepayment;

import java.sql.SQLException;
import java.time.ZoneId;
import org.openprepay.api.AccountId;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.ServicePointId;
import org.openprepay.prepayment.Account;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;

/** An account as one row. */
final class AccountText {
    private AccountText() {}

    static Object[] row(Account account) {
        return Sql.row(
                account.id(),
                account.customer(),
                account.servicePoint(),
                account.meter(),
                account.mode(),
                account.tariff(),
                account.policy(),
                account.currency(),
                account.zone().getId(),
                account.opened(),
                account.closed());
    }

    static Account account(Columns columns) throws SQLException {
        return new Account(
                new AccountId(columns.text("id")),
                new CustomerId(columns.text("customer")),
                new ServicePointId(columns.text("service_point")),
                new MeterId(columns.text("meter")),
                Account.Mode.valueOf(columns.text("mode")),
                columns.text("tariff"),
                columns.text("policy"),
                columns.text("currency"),
                ZoneId.of(columns.text("zone")),
                columns.instant("opened"),
                columns.maybeInstant("closed"));
    }
}
