package org.openprepay.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;

/** Tells people, and knows whether they were told. */
public interface Notices {
    /**
     * Queues a notice in the running transaction; the same account, topic and crossing again
     * changes nothing. In-app notices are delivered at the commit, other channels through the
     * outbox.
     */
    Notice send(
            Caller caller,
            AccountId account,
            String topic,
            String crossing,
            String text,
            Instant at);

    /** Newest first. */
    List<Notice> of(AccountId account, int limit);

    /** The newest delivered notice of each topic, by account; policies read this. */
    Map<AccountId, Map<String, Notice>> delivered(Set<AccountId> accounts);
}
