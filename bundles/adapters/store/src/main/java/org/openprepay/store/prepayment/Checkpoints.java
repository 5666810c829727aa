package org.openprepay.store.prepayment;

import static org.openprepay.store.tx.Sql.row;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openprepay.api.AccountId;
import org.openprepay.prepayment.PrepaymentStore.Checkpoint;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;

/** Checkpoints of running bills, one per account and period. */
final class Checkpoints {
    private static final Comparator<Checkpoint> ORDER =
            Comparator.comparing(Checkpoint::account).thenComparing(Checkpoint::periodStart);

    private final Sql sql;

    Checkpoints(Sql sql) {
        this.sql = sql;
    }

    List<Checkpoint> overlapping(AccountId account, Instant from, Instant to) {
        return sql.list(
                "select * from checkpoint where account = ? and starts < ? and ends > ?"
                        + " order by starts",
                Checkpoints::checkpoint,
                account,
                to,
                from);
    }

    Map<AccountId, Checkpoint> newest(Collection<AccountId> accounts) {
        return sql
                .listOf(
                        "select c.* from checkpoint c join (select account, max(starts) as starts"
                                + " from checkpoint where account in (:ids) group by account) n"
                                + " on n.account = c.account and n.starts = c.starts",
                        Checkpoints::checkpoint,
                        accounts)
                .stream()
                .collect(Collectors.toMap(Checkpoint::account, Function.identity()));
    }

    void put(Collection<Checkpoint> checkpoints) {
        sql.batch(
                "insert into checkpoint (account, starts, ends, state) values (?, ?, ?, ?)"
                        + " on duplicate key update ends = values(ends), state = values(state)",
                checkpoints.stream()
                        .sorted(ORDER)
                        .map(
                                one ->
                                        row(
                                                one.account(),
                                                one.periodStart(),
                                                one.periodEnd(),
                                                one.state()))
                        .toList());
    }

    private static Checkpoint checkpoint(Columns columns) throws SQLException {
        return new Checkpoint(
                new AccountId(columns.text("account")),
                columns.instant("starts"),
                columns.instant("ends"),
                columns.text("state"));
    }
}
