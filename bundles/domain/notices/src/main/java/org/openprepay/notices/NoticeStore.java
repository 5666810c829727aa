package org.openprepay.notices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.AccountId;

/** Where notices are kept; called inside a transaction. */
public interface NoticeStore {
    /** Gives the notice its id. */
    Notice add(Notice notice);

    Optional<Notice> find(AccountId account, String topic, String crossing);

    List<Notice> of(AccountId account, int limit);

    Map<AccountId, Map<String, Notice>> delivered(Set<AccountId> accounts);
}
