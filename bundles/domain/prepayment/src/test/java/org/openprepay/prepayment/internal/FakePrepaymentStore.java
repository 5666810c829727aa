package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.api.AccountId;
import org.openprepay.api.MeterId;
import org.openprepay.ledger.FakeTransactions;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts.Protection;
import org.openprepay.prepayment.Alerts.Alert;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.SupplyDesk.Brake;

/** Accounts in memory. */
final class FakePrepaymentStore implements PrepaymentStore, FakeTransactions.Undoable {
    private Map<AccountId, Account> accounts = new TreeMap<>();
    private Map<AccountId, Desk> desks = new TreeMap<>();
    private Map<String, Checkpoint> checkpoints = new TreeMap<>();
    private Map<AccountId, List<Protection>> protections = new TreeMap<>();
    private Map<Long, Alert> alerts = new TreeMap<>();
    private List<Instant> cuts = new ArrayList<>();
    private Brake brake = new Brake(false, "", "", Instant.EPOCH, 0, 0, 0);

    @Override
    public Runnable snapshot() {
        var a = new TreeMap<>(accounts);
        var d = new TreeMap<>(desks);
        var c = new TreeMap<>(checkpoints);
        var p = new TreeMap<>(protections);
        var l = new TreeMap<>(alerts);
        var k = new ArrayList<>(cuts);
        Brake b = brake;
        return () -> {
            accounts = a;
            desks = d;
            checkpoints = c;
            protections = p;
            alerts = l;
            cuts = k;
            brake = b;
        };
    }

    @Override
    public void add(Account account) {
        accounts.put(account.id(), account);
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<Account> byMeter(MeterId meter) {
        return accounts.values().stream().filter(a -> a.meter().equals(meter)).findFirst();
    }

    @Override
    public List<Account> list(int limit, Optional<String> after) {
        return accounts.values().stream()
                .filter(a -> a.id().value().compareTo(after.orElse("")) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Map<AccountId, Desk> lock(Collection<AccountId> ids) {
        return desks(ids);
    }

    @Override
    public Map<AccountId, Desk> desks(Collection<AccountId> ids) {
        Map<AccountId, Desk> found = new HashMap<>(desks);
        found.keySet().retainAll(List.copyOf(ids));
        return found;
    }

    @Override
    public void put(Collection<Desk> changed) {
        changed.forEach(desk -> desks.put(desk.account(), desk));
    }

    @Override
    public List<Checkpoint> checkpoints(AccountId account, Instant from, Instant to) {
        return checkpoints.values().stream()
                .filter(c -> c.account().equals(account))
                .filter(c -> c.periodStart().isBefore(to) && c.periodEnd().isAfter(from))
                .toList();
    }

    @Override
    public Map<AccountId, Checkpoint> newest(Collection<AccountId> ids) {
        Map<AccountId, Checkpoint> newest = new HashMap<>();
        checkpoints.values().forEach(c -> newest.put(c.account(), c));
        newest.keySet().retainAll(List.copyOf(ids));
        return newest;
    }

    @Override
    public void putCheckpoints(Collection<Checkpoint> changed) {
        changed.forEach(c -> checkpoints.put(c.account() + "|" + c.periodStart(), c));
    }

    @Override
    public List<AccountId> dueForMidnight(Instant now, int limit) {
        return desks.values().stream()
                .filter(desk -> !desk.nextMidnight().isAfter(now))
                .map(Desk::account)
                .limit(limit)
                .toList();
    }

    @Override
    public List<AccountId> ids(int limit, String after) {
        return list(limit, Optional.of(after)).stream().map(Account::id).toList();
    }

    @Override
    public List<Protection> protections(AccountId account) {
        return protections.getOrDefault(account, List.of());
    }

    @Override
    public Map<AccountId, List<Protection>> protections(Collection<AccountId> ids) {
        return new HashMap<>(protections);
    }

    @Override
    public void putProtection(AccountId account, Protection protection) {
        removeProtection(account, protection.id());
        var all = new ArrayList<>(protections(account));
        all.add(protection);
        protections.put(account, all);
    }

    @Override
    public void removeProtection(AccountId account, String id) {
        protections.put(
                account, protections(account).stream().filter(p -> !p.id().equals(id)).toList());
    }

    @Override
    public Optional<Brake> brake() {
        return Optional.of(brake).filter(b -> !b.by().isEmpty());
    }

    @Override
    public Brake lockBrake() {
        return brake;
    }

    @Override
    public void putBrake(Brake changed) {
        brake = changed;
    }

    @Override
    public void addCut(AccountId account, Instant at) {
        cuts.add(at);
    }

    @Override
    public int cutsSince(Instant at) {
        return (int) cuts.stream().filter(cut -> !cut.isBefore(at)).count();
    }

    @Override
    public Optional<Alert> openAlert(String code, String subject) {
        return alerts.values().stream()
                .filter(a -> a.code().equals(code) && a.subject().equals(subject))
                .filter(a -> a.cleared().isEmpty())
                .findFirst();
    }

    @Override
    public Alert putAlert(Alert alert) {
        long id = alert.id() == 0 ? alerts.size() + 1 : alert.id();
        Alert kept =
                new Alert(
                        id,
                        alert.severity(),
                        alert.code(),
                        alert.subject(),
                        alert.text(),
                        alert.at(),
                        alert.count(),
                        alert.cleared(),
                        alert.acknowledgedBy());
        alerts.put(id, kept);
        return kept;
    }

    @Override
    public Optional<Alert> alert(long id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public List<Alert> alerts(boolean open, int limit, Optional<String> after) {
        return alerts.values().stream().filter(a -> !open || a.cleared().isEmpty()).toList();
    }
}
