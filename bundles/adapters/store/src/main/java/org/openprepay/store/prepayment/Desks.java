package org.openprepay.store.prepayment;

import static org.openprepay.store.tx.Sql.row;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openprepay.api.AccountId;
import org.openprepay.prepayment.PrepaymentStore.Desk;
import org.openprepay.prepayment.Supply;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;

/** The state of supply of accounts, read and written in batches. */
final class Desks {
    private final Sql sql;

    Desks(Sql sql) {
        this.sql = sql;
    }

    Map<AccountId, Desk> of(Collection<AccountId> ids) {
        return sql.listOf("select * from desk where account in (:ids)", Desks::desk, ids).stream()
                .collect(Collectors.toMap(Desk::account, Function.identity()));
    }

    void put(Collection<Desk> desks) {
        sql.batch(
                "insert into desk (account, wanted, intent, found, since, why, found_at,"
                        + " emergency, levels, grace_until, held, next_midnight, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update wanted = values(wanted),"
                        + " intent = values(intent), found = values(found),"
                        + " since = values(since), why = values(why),"
                        + " found_at = values(found_at), emergency = values(emergency),"
                        + " levels = values(levels), grace_until = values(grace_until),"
                        + " held = values(held), next_midnight = values(next_midnight),"
                        + " version = values(version)",
                desks.stream()
                        .sorted(Comparator.comparing(Desk::account))
                        .map(Desks::columns)
                        .toList());
    }

    private static Object[] columns(Desk desk) {
        Supply supply = desk.supply();
        return row(
                desk.account(),
                supply.wanted(),
                supply.intent(),
                supply.found(),
                supply.since(),
                supply.why(),
                supply.foundAt(),
                desk.emergency(),
                String.join("\n", desk.levels()),
                desk.graceUntil(),
                desk.held(),
                desk.nextMidnight(),
                desk.version());
    }

    private static Desk desk(Columns columns) throws SQLException {
        String levels = columns.text("levels");
        return new Desk(
                new AccountId(columns.text("account")),
                new Supply(
                        Supply.State.valueOf(columns.text("wanted")),
                        columns.number("intent"),
                        columns.maybeText("found").map(Supply.State::valueOf),
                        columns.instant("since"),
                        columns.text("why"),
                        columns.maybeInstant("found_at")),
                columns.text("emergency"),
                levels.isEmpty() ? List.of() : List.of(levels.split("\n")),
                columns.maybeInstant("grace_until"),
                columns.flag("held"),
                columns.instant("next_midnight"),
                columns.number("version"));
    }
}
