package org.openprepay.prepayment;

import java.time.Instant;
import java.util.List;
import org.openprepay.api.AccountId;
import org.openprepay.api.Outcome;

/**
 * The job per account at its local midnight: accrues daily charges and closes periods, exactly
 * once.
 */
public interface Midnight {
    /** Accounts that have civil days not yet recognised at this utility time. */
    List<AccountId> due(Instant now, int limit);

    /** Recognises all days up to now for these accounts; again changes nothing. */
    Outcome<Integer> run(List<AccountId> accounts, Instant now);
}
