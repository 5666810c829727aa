package org.openprepay.notices.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.Json;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Slice;
import org.openprepay.api.Transactions;
import org.openprepay.notices.Notice;
import org.openprepay.notices.NoticeStore;
import org.openprepay.notices.Notices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Notices in the app. Being visible there is being delivered, so a notice is delivered when the
 * transaction that caused it commits, and not at all when it rolls back.
 */
@Component(service = Notices.class)
public final class NoticeDesk implements Notices {
    private static final String LIVE = Outbox.LIVE + "notice";
    private static final String IN_APP = "in-app";
    private static final int MAX_TEXT = 500;

    private final Transactions transactions;
    private final NoticeStore store;
    private final Outbox outbox;

    @Activate
    public NoticeDesk(
            @Reference Transactions transactions,
            @Reference NoticeStore store,
            @Reference Outbox outbox) {
        this.transactions = transactions;
        this.store = store;
        this.outbox = outbox;
    }

    @Override
    public Notice send(
            Caller caller,
            AccountId account,
            String topic,
            String crossing,
            String text,
            Instant at) {
        tells(caller);
        var notice = delivered(account, topic, crossing, text, at);
        return transactions.run(() -> Outcome.accepted(once(notice))).orThrow();
    }

    private static Notice delivered(
            AccountId account, String topic, String crossing, String text, Instant at) {
        return new Notice(
                0,
                account,
                topic,
                crossing,
                text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT),
                at,
                Notice.State.DELIVERED,
                Optional.of(at),
                IN_APP);
    }

    private Notice once(Notice notice) {
        return store.find(notice.account(), notice.topic(), notice.crossing())
                .orElseGet(() -> added(notice));
    }

    private Notice added(Notice notice) {
        Notice added = store.add(notice);
        outbox.put(LIVE, added.account().value(), payload(added));
        return added;
    }

    private static String payload(Notice notice) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("account", notice.account().value());
        payload.put("topic", notice.topic());
        payload.put("text", notice.text());
        payload.put("at", notice.at());
        return Json.object(payload);
    }

    @Override
    public List<Notice> of(AccountId account, int limit) {
        int most = Math.max(1, Math.min(limit, Slice.MAX));
        return transactions.read(() -> store.of(account, most));
    }

    @Override
    public Map<AccountId, Map<String, Notice>> delivered(Set<AccountId> accounts) {
        return accounts.isEmpty() ? Map.of() : transactions.read(() -> store.delivered(accounts));
    }

    /** Whoever can cause a notice may have it sent; who only looks may not. */
    private static void tells(Caller caller) {
        boolean causes =
                caller.may(Right.FEED) || caller.may(Right.SELL) || caller.may(Right.OPERATE);
        if (!causes) {
            caller.require(Right.ADMINISTER);
        }
    }
}
