package org.openprepay.prepayment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.api.AccountId;
import org.openprepay.api.MeterId;

/**
 * Where accounts, checkpoints, supply, protections and alerts are kept; called inside a
 * transaction.
 */
public interface PrepaymentStore {
    void add(Account account);

    Optional<Account> account(AccountId id);

    /** Several accounts at once; unknown ones are missing. */
    default Map<AccountId, Account> accounts(Collection<AccountId> ids) {
        Map<AccountId, Account> found = new TreeMap<>();
        ids.forEach(id -> account(id).ifPresent(account -> found.put(id, account)));
        return found;
    }

    Optional<Account> byMeter(MeterId meter);

    List<Account> list(int limit, Optional<String> after);

    /** Locks the accounts' rows in id order and gives their state. */
    Map<AccountId, Desk> lock(Collection<AccountId> ids);

    /** The state without a lock. */
    Map<AccountId, Desk> desks(Collection<AccountId> ids);

    /** Writes changed states of locked accounts, in batches. */
    void put(Collection<Desk> desks);

    /** Checkpoints of an account whose period overlaps [from, to), in order of time. */
    List<Checkpoint> checkpoints(AccountId account, Instant from, Instant to);

    /** The newest checkpoint of each account. */
    Map<AccountId, Checkpoint> newest(Collection<AccountId> accounts);

    /** Inserts or replaces, in batches. */
    void putCheckpoints(Collection<Checkpoint> checkpoints);

    /** Open WALLET accounts whose days are recognised only before this utility time. */
    List<AccountId> dueForMidnight(Instant now, int limit);

    List<AccountId> ids(int limit, String after);

    List<Accounts.Protection> protections(AccountId account);

    Map<AccountId, List<Accounts.Protection>> protections(Collection<AccountId> accounts);

    void putProtection(AccountId account, Accounts.Protection protection);

    void removeProtection(AccountId account, String id);

    Optional<SupplyDesk.Brake> brake();

    /** Locks the brake's row until the transaction ends. */
    SupplyDesk.Brake lockBrake();

    void putBrake(SupplyDesk.Brake brake);

    /** Remembers a cut for the hourly limit (wall time). */
    void addCut(AccountId account, Instant at);

    int cutsSince(Instant at);

    Optional<Alerts.Alert> openAlert(String code, String subject);

    Alerts.Alert putAlert(Alerts.Alert alert);

    Optional<Alerts.Alert> alert(long id);

    List<Alerts.Alert> alerts(boolean open, int limit, Optional<String> after);

    /**
     * The row that every writer of an account locks.
     *
     * @param nextMidnight utility time of the next civil day to recognise
     * @param levels warning levels crossed and not yet left, by name
     * @param graceUntil utility time until which supply stays on below zero
     * @param held a cut that waits for the brake
     */
    record Desk(
            AccountId account,
            Supply supply,
            String emergency,
            List<String> levels,
            Optional<Instant> graceUntil,
            boolean held,
            Instant nextMidnight,
            long version) {
        public Desk {
            levels = List.copyOf(levels);
        }
    }

    /** A running bill's checkpoint as text of {@code BillCodec}. */
    record Checkpoint(AccountId account, Instant periodStart, Instant periodEnd, String state) {}
}
