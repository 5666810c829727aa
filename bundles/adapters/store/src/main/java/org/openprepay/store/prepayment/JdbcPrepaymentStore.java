package org.openprepay.store.prepayment;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.api.AccountId;
import org.openprepay.api.MeterId;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.SupplyDesk;
import org.openprepay.store.tx.Columns;
import org.openprepay.store.tx.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts and what is decided about them; every writer locks the account's row first. */
@Component
public final class JdbcPrepaymentStore implements PrepaymentStore {
    private final Sql sql;
    private final Desks desks;
    private final Checkpoints checkpoints;
    private final Protections protections;
    private final BrakeRow brake;
    private final AlertRows alerts;

    @Activate
    public JdbcPrepaymentStore(@Reference Sql sql) {
        this.sql = sql;
        this.desks = new Desks(sql);
        this.checkpoints = new Checkpoints(sql);
        this.protections = new Protections(sql);
        this.brake = new BrakeRow(sql);
        this.alerts = new AlertRows(sql);
    }

    @Override
    public void add(Account account) {
        sql.update(
                "insert into account (id, customer, service_point, meter, mode, tariff, policy,"
                        + " currency, zone, opened, closed)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                AccountText.row(account));
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return sql.one("select * from account where id = ?", AccountText::account, id);
    }

    @Override
    public Map<AccountId, Account> accounts(Collection<AccountId> ids) {
        var found = new TreeMap<AccountId, Account>();
        sql.listOf("select * from account where id in (:ids)", AccountText::account, ids)
                .forEach(account -> found.put(account.id(), account));
        return found;
    }

    /** The open account, else the one opened last. */
    @Override
    public Optional<Account> byMeter(MeterId meter) {
        return sql.one(
                "select * from account where meter = ?"
                        + " order by case when closed is null then 0 else 1 end, opened desc limit 1",
                AccountText::account,
                meter);
    }

    @Override
    public List<Account> list(int limit, Optional<String> after) {
        return sql.list(
                "select * from account where id > ? order by id limit ?",
                AccountText::account,
                after.orElse(""),
                limit);
    }

    @Override
    public List<AccountId> ids(int limit, String after) {
        return sql.list(
                "select id from account where id > ? order by id limit ?",
                JdbcPrepaymentStore::id,
                after,
                limit);
    }

    private static AccountId id(Columns columns) throws SQLException {
        return new AccountId(columns.text("id"));
    }

    @Override
    public Map<AccountId, Desk> lock(Collection<AccountId> ids) {
        sql.listOf(
                "select id from account where id in (:ids) order by id for update",
                JdbcPrepaymentStore::id,
                ids);
        return desks.of(ids);
    }

    @Override
    public Map<AccountId, Desk> desks(Collection<AccountId> ids) {
        return desks.of(ids);
    }

    @Override
    public void put(Collection<Desk> changed) {
        desks.put(changed);
    }

    @Override
    public List<AccountId> dueForMidnight(Instant now, int limit) {
        return sql.list(
                "select a.id from desk d join account a on a.id = d.account"
                        + " where d.next_midnight <= ? and a.mode = 'WALLET' and a.closed is null"
                        + " order by d.next_midnight, a.id limit ?",
                JdbcPrepaymentStore::id,
                now,
                limit);
    }

    @Override
    public List<Checkpoint> checkpoints(AccountId account, Instant from, Instant to) {
        return checkpoints.overlapping(account, from, to);
    }

    @Override
    public Map<AccountId, Checkpoint> newest(Collection<AccountId> accounts) {
        return checkpoints.newest(accounts);
    }

    @Override
    public void putCheckpoints(Collection<Checkpoint> changed) {
        checkpoints.put(changed);
    }

    @Override
    public List<Accounts.Protection> protections(AccountId account) {
        return protections(List.of(account)).getOrDefault(account, List.of());
    }

    @Override
    public Map<AccountId, List<Accounts.Protection>> protections(Collection<AccountId> accounts) {
        return protections.of(accounts);
    }

    @Override
    public void putProtection(AccountId account, Accounts.Protection protection) {
        protections.put(account, protection);
    }

    @Override
    public void removeProtection(AccountId account, String id) {
        protections.remove(account, id);
    }

    @Override
    public Optional<SupplyDesk.Brake> brake() {
        return brake.read();
    }

    @Override
    public SupplyDesk.Brake lockBrake() {
        return brake.lock();
    }

    @Override
    public void putBrake(SupplyDesk.Brake changed) {
        brake.put(changed);
    }

    @Override
    public void addCut(AccountId account, Instant at) {
        sql.update("insert into supply_cut (account, occurred) values (?, ?)", account, at);
    }

    @Override
    public int cutsSince(Instant at) {
        return sql.one(
                        "select count(*) as cuts from supply_cut where occurred >= ?",
                        columns -> columns.count("cuts"),
                        at)
                .orElse(0);
    }

    @Override
    public Optional<Alerts.Alert> openAlert(String code, String subject) {
        return alerts.open(code, subject);
    }

    @Override
    public Alerts.Alert putAlert(Alerts.Alert alert) {
        return alerts.put(alert);
    }

    @Override
    public Optional<Alerts.Alert> alert(long id) {
        return alerts.find(id);
    }

    @Override
    public List<Alerts.Alert> alerts(boolean open, int limit, Optional<String> after) {
        return alerts.list(open, limit, after);
    }
}
