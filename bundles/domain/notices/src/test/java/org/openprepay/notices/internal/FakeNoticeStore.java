package org.openprepay.notices.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.AccountId;
import org.openprepay.notices.Notice;
import org.openprepay.notices.NoticeStore;

/** Keeps notices in a list. */
final class FakeNoticeStore implements NoticeStore {
    private final List<Notice> notices = new ArrayList<>();

    @Override
    public Notice add(Notice n) {
        var added =
                new Notice(
                        notices.size() + 1L,
                        n.account(),
                        n.topic(),
                        n.crossing(),
                        n.text(),
                        n.at(),
                        n.state(),
                        n.deliveredAt(),
                        n.detail());
        notices.add(added);
        return added;
    }

    @Override
    public Optional<Notice> find(AccountId account, String topic, String crossing) {
        return notices.stream()
                .filter(n -> n.account().equals(account))
                .filter(n -> n.topic().equals(topic) && n.crossing().equals(crossing))
                .findFirst();
    }

    @Override
    public List<Notice> of(AccountId account, int limit) {
        return notices.stream()
                .filter(n -> n.account().equals(account))
                .sorted(Comparator.comparingLong(Notice::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Map<AccountId, Map<String, Notice>> delivered(Set<AccountId> accounts) {
        var found = new HashMap<AccountId, Map<String, Notice>>();
        notices.stream()
                .filter(n -> accounts.contains(n.account()))
                .filter(n -> n.state() == Notice.State.DELIVERED)
                .forEach(
                        n ->
                                found.computeIfAbsent(n.account(), a -> new HashMap<>())
                                        .put(n.topic(), n));
        return found;
    }
}
