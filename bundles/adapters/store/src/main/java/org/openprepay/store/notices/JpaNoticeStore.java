package org.openprepay.store.notices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.AccountId;
import org.openprepay.notices.Notice;
import org.openprepay.notices.NoticeStore;
import org.openprepay.store.tx.JpaTransactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notices as entities. */
@Component
public final class JpaNoticeStore implements NoticeStore {
    private final JpaTransactions transactions;

    @Activate
    public JpaNoticeStore(@Reference JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Notice add(Notice notice) {
        var row = new NoticeRow(notice);
        transactions.write(em -> em.persist(row));
        return row.notice();
    }

    @Override
    public Optional<Notice> find(AccountId account, String topic, String crossing) {
        return transactions
                .jpa(
                        em ->
                                em.createQuery(
                                                "select n from NoticeRow n where n.account = :account"
                                                        + " and n.topic = :topic"
                                                        + " and n.crossing = :crossing",
                                                NoticeRow.class)
                                        .setParameter("account", account.value())
                                        .setParameter("topic", topic)
                                        .setParameter("crossing", crossing)
                                        .getResultList())
                .stream()
                .findFirst()
                .map(NoticeRow::notice);
    }

    @Override
    public List<Notice> of(AccountId account, int limit) {
        return transactions
                .jpa(
                        em ->
                                em.createQuery(
                                                "select n from NoticeRow n where n.account = :account"
                                                        + " order by n.id desc",
                                                NoticeRow.class)
                                        .setParameter("account", account.value())
                                        .setMaxResults(limit)
                                        .getResultList())
                .stream()
                .map(NoticeRow::notice)
                .toList();
    }

    @Override
    public Map<AccountId, Map<String, Notice>> delivered(Set<AccountId> accounts) {
        var newest = new HashMap<AccountId, Map<String, Notice>>();
        if (!accounts.isEmpty()) {
            newestRows(accounts.stream().map(AccountId::value).toList()).stream()
                    .map(NoticeRow::notice)
                    .forEach(
                            notice ->
                                    newest.computeIfAbsent(notice.account(), id -> new HashMap<>())
                                            .put(notice.topic(), notice));
        }
        return newest;
    }

    private List<NoticeRow> newestRows(List<String> accounts) {
        return transactions.jpa(
                em ->
                        em.createQuery(
                                        "select n from NoticeRow n where n.id in"
                                                + " (select max(m.id) from NoticeRow m"
                                                + " where m.account in :accounts"
                                                + " and m.state = 'DELIVERED'"
                                                + " group by m.account, m.topic)",
                                        NoticeRow.class)
                                .setParameter("accounts", accounts)
                                .getResultList());
    }
}
