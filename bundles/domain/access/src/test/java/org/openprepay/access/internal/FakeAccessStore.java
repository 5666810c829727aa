package org.openprepay.access.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.access.Access;
import org.openprepay.access.AccessStore;

/** Keeps staff in maps. */
final class FakeAccessStore implements AccessStore {
    final Map<String, Access.User> users = new TreeMap<>();
    final Map<String, String> hashes = new HashMap<>();
    final Map<String, OpenSession> sessions = new HashMap<>();
    final List<Access.AuditRecord> trail = new ArrayList<>();

    @Override
    public boolean anyUser() {
        return !users.isEmpty();
    }

    @Override
    public void putUser(Access.User user, String passwordHash) {
        users.put(user.name(), user);
        hashes.put(user.name(), passwordHash);
    }

    @Override
    public Optional<Access.User> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public Optional<String> passwordHash(String name) {
        return Optional.ofNullable(hashes.get(name));
    }

    @Override
    public List<Access.User> users(int limit, Optional<String> after) {
        return users.values().stream()
                .filter(user -> after.map(a -> user.name().compareTo(a) > 0).orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public void addSession(String tokenHash, String user, Instant expires) {
        sessions.put(tokenHash, new OpenSession(user, expires));
    }

    @Override
    public Optional<OpenSession> session(String tokenHash) {
        return Optional.ofNullable(sessions.get(tokenHash));
    }

    @Override
    public void endSession(String tokenHash) {
        sessions.remove(tokenHash);
    }

    @Override
    public void endSessions(String user, Optional<String> exceptTokenHash) {
        sessions.entrySet()
                .removeIf(
                        open ->
                                open.getValue().user().equals(user)
                                        && !exceptTokenHash
                                                .filter(open.getKey()::equals)
                                                .isPresent());
    }

    @Override
    public void audit(Access.AuditRecord r) {
        trail.add(
                new Access.AuditRecord(
                        trail.size() + 1L, r.at(), r.by(), r.action(), r.subject(), r.detail()));
    }

    @Override
    public List<Access.AuditRecord> audit(int limit, Optional<String> after) {
        return trail.stream()
                .sorted(Comparator.comparingLong(Access.AuditRecord::id).reversed())
                .filter(r -> after.map(a -> r.id() < Long.parseLong(a)).orElse(true))
                .limit(limit)
                .toList();
    }
}
