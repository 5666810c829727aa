package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.access.Access;
import org.openprepay.access.Role;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;
import org.openprepay.ledger.FakeTransactions;
import org.openprepay.notices.Notice;
import org.openprepay.notices.Notices;

/** Notices, outbox rows and audit records, remembered. */
final class Recorded implements FakeTransactions.Undoable {
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> audit = new ArrayList<>();
    private Notice.State delivery = Notice.State.DELIVERED;

    @Override
    public Runnable snapshot() {
        int sizes[] = {notices.size(), rows.size(), audit.size()};
        return () -> {
            notices.subList(sizes[0], notices.size()).clear();
            rows.subList(sizes[1], rows.size()).clear();
            audit.subList(sizes[2], audit.size()).clear();
        };
    }

    void deliver(Notice.State state) {
        delivery = state;
    }

    List<String> topics() {
        return notices.stream().map(Notice::topic).toList();
    }

    List<String> rows() {
        return rows;
    }

    List<String> audited() {
        return audit;
    }

    Notices notices() {
        return new Notices() {
            @Override
            public Notice send(
                    Caller c,
                    AccountId id,
                    String topic,
                    String crossing,
                    String text,
                    Instant at) {
                var notice =
                        new Notice(
                                notices.size(),
                                id,
                                topic,
                                crossing,
                                text,
                                at,
                                delivery,
                                Optional.of(at),
                                "");
                notices.add(notice);
                return notice;
            }

            @Override
            public List<Notice> of(AccountId account, int limit) {
                return notices;
            }

            @Override
            public Map<AccountId, Map<String, Notice>> delivered(Set<AccountId> accounts) {
                Map<AccountId, Map<String, Notice>> all = new HashMap<>();
                notices.stream()
                        .filter(n -> n.state() == Notice.State.DELIVERED)
                        .forEach(
                                n ->
                                        all.computeIfAbsent(n.account(), k -> new HashMap<>())
                                                .put(n.topic(), n));
                return all;
            }
        };
    }

    Outbox outbox() {
        return new Outbox() {
            @Override
            public void put(String topic, String key, String payload) {
                rows.add(topic + " " + key + " " + payload);
            }

            @Override
            public int number(int limit) {
                return 0;
            }

            @Override
            public List<Row> after(long number, int limit) {
                return List.of();
            }

            @Override
            public List<Row> pending(String topic, int limit) {
                return List.of();
            }

            @Override
            public void done(long number) {}

            @Override
            public int forget(Instant before, int limit) {
                return 0;
            }

            @Override
            public long lastNumber() {
                return 0;
            }
        };
    }

    Access access() {
        return new Access() {
            @Override
            public void audit(Caller caller, String action, String subject, String detail) {
                audit.add(caller.name() + " " + action + " " + subject);
            }

            @Override
            public Optional<String> firstStart() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Outcome<Session> signIn(String name, String password) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Session> session(String token) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void signOut(String token) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Outcome<User> changePassword(Session session, String current, String next) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Outcome<NewUser> addUser(Caller caller, String name, Role role) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Slice<User> users(Caller caller, int limit, Optional<String> after) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Slice<AuditRecord> auditTrail(Caller c, int limit, Optional<String> after) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
