package org.openprepay.notices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.Right;
import org.openprepay.notices.Notice;

class NoticeDeskTest {
    private static final Caller SUPPLY = Caller.system("supply");
    private static final AccountId ACCOUNT = new AccountId("A-1");
    private static final Instant AT = Instant.parse("2026-01-01T08:00:00Z");

    private final FakeOutbox outbox = new FakeOutbox();
    private final NoticeDesk desk =
            new NoticeDesk(new DirectTransactions(), new FakeNoticeStore(), outbox);

    @Test
    @Tag("NOTI-01")
    void aNoticeInTheAppIsDeliveredWithItsCause() {
        Notice notice = desk.send(SUPPLY, ACCOUNT, "low-credit", "2", "Your credit is low", AT);
        assertEquals(Notice.State.DELIVERED, notice.state());
        assertEquals(Optional.of(AT), notice.deliveredAt());
        assertEquals(
                Map.of(ACCOUNT, Map.of("low-credit", notice)), desk.delivered(Set.of(ACCOUNT)));
    }

    @Test
    @Tag("NOTI-01")
    void oneCrossingIsToldOnce() {
        Notice first = desk.send(SUPPLY, ACCOUNT, "low-credit", "2", "Low", AT);
        Notice again = desk.send(SUPPLY, ACCOUNT, "low-credit", "2", "Low!", AT.plusSeconds(1));
        Notice next = desk.send(SUPPLY, ACCOUNT, "low-credit", "3", "Low", AT.plusSeconds(2));
        assertEquals(first, again);
        assertEquals(2, desk.of(ACCOUNT, 10).size());
        assertEquals(next, desk.of(ACCOUNT, 1).get(0));
        assertEquals(2, outbox.rows.size());
    }

    @Test
    void aNoticeIsALiveEvent() {
        desk.send(SUPPLY, ACCOUNT, "cut", "1", "Cut \"now\"", AT);
        assertEquals("live.notice", outbox.rows.get(0).topic());
        assertEquals(
                "{\"account\":\"A-1\",\"topic\":\"cut\",\"text\":\"Cut \\\"now\\\"\","
                        + "\"at\":\"2026-01-01T08:00:00Z\"}",
                outbox.rows.get(0).payload());
    }

    @Test
    @Tag("SEC-02")
    void whoOnlyLooksSendsNothing() {
        var viewer = new Caller("victor", Set.of(Right.VIEW));
        assertThrows(Caller.Denied.class, () -> desk.send(viewer, ACCOUNT, "cut", "1", "Cut", AT));
    }

    @Test
    void nobodyAskedForIsNobodyTold() {
        assertEquals(Map.of(), desk.delivered(Set.of()));
    }
}
