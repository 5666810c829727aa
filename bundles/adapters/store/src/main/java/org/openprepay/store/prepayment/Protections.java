package org.openprepay.store.prepayment;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openprepay.api.AccountId;
import org.openprepay.prepayment.Accounts.Protection;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;

/** Why accounts are not cut. */
final class Protections {
    private final Sql sql;

    Protections(Sql sql) {
        this.sql = sql;
    }

    /** A protection and whose it is. */
    private record Owned(AccountId account, Protection protection) {
        static Owned of(Columns columns) throws SQLException {
            return new Owned(
                    new AccountId(columns.text("account")),
                    new Protection(
                            columns.text("id"),
                            columns.text("kind"),
                            columns.text("reason"),
                            columns.instant("starts"),
                            columns.maybeInstant("ends")));
        }
    }

    Map<AccountId, List<Protection>> of(Collection<AccountId> accounts) {
        return sql
                .listOf(
                        "select * from protection where account in (:ids)"
                                + " order by account, starts, id",
                        Owned::of,
                        accounts)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Owned::account,
                                Collectors.mapping(Owned::protection, Collectors.toList())));
    }

    void put(AccountId account, Protection protection) {
        sql.update(
                "insert into protection (account, id, kind, reason, starts, ends)"
                        + " values (?, ?, ?, ?, ?, ?) on duplicate key update"
                        + " kind = values(kind), reason = values(reason),"
                        + " starts = values(starts), ends = values(ends)",
                account,
                protection.id(),
                protection.kind(),
                protection.reason(),
                protection.from(),
                protection.until());
    }

    void remove(AccountId account, String id) {
        sql.update("delete from protection where account = ? and id = ?", account, id);
    }
}
