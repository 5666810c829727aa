package org.openprepay.notices;

import java.time.Instant;
import java.util.Optional;
import org.openprepay.api.AccountId;

/**
 * A message to the customer of an account.
 *
 * @param topic {@code low-credit}, {@code emergency-offered}, {@code cut-due}, {@code cut}, {@code
 *     restored} …
 * @param crossing makes it unique: one notice per account, topic and crossing
 * @param at utility time
 */
public record Notice(
        long id,
        AccountId account,
        String topic,
        String crossing,
        String text,
        Instant at,
        State state,
        Optional<Instant> deliveredAt,
        String detail) {
    /** Delivered counts for policies that require a notice; queued and failed do not. */
    public enum State {
        QUEUED,
        DELIVERED,
        FAILED
    }
}
