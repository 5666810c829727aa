package org.openprepay.prepayment;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;

/**
 * Keeps supply wanted in step with balance, protections and rules, and compares it with supply
 * found.
 */
public interface SupplyDesk {
    /**
     * The meter reported its relay. Confirms the open order when it agrees and, where the meter
     * tells an intent number, that number is not older; orders again when it disagrees.
     *
     * @param intent the number of the last order the meter obeyed, if it tells
     * @param at wall time
     */
    Outcome<Supply> found(MeterId meter, Supply.State found, OptionalLong intent, Instant at);

    /** Decides anew for these accounts: calendar edges, new policies, ended protections. */
    Outcome<Integer> review(Set<AccountId> accounts);

    /** Accounts whose decision may change by time alone, at most so many, after a cursor. */
    List<AccountId> toReview(int limit, String after);

    Brake brake(Caller caller);

    /** Stops all cuts, or releases them; held cuts are then decided anew. */
    Outcome<Brake> brake(Caller caller, boolean stopped, String reason);

    /**
     * @param cutsThisHour cuts ordered in the last 60 minutes of wall time
     */
    record Brake(
            boolean stopped,
            String reason,
            String by,
            Instant since,
            int cutsThisHour,
            int limitPerHour,
            int held) {}
}
