package org.openprepay.rulebook.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RulebookStore;

/** A store, an outbox and transactions in memory; a refusal undoes what its body wrote. */
final class Memory implements Transactions, RulebookStore, Outbox {
    final List<PackVersion> versions = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    private final Map<String, PackFiles> contents = new HashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    @Override
    public synchronized <T> Outcome<T> run(Supplier<Outcome<T>> body) {
        int before = versions.size();
        int rowsBefore = rows.size();
        Outcome<T> outcome = body.get();
        List<Runnable> wakeUps = List.copyOf(afterCommit);
        afterCommit.clear();
        if (outcome.isAccepted()) {
            wakeUps.forEach(Runnable::run);
        } else {
            versions.subList(before, versions.size()).clear();
            rows.subList(rowsBefore, rows.size()).clear();
        }
        return outcome;
    }

    @Override
    public <T> T read(Supplier<T> body) {
        return body.get();
    }

    @Override
    public void afterCommit(Runnable wakeUp) {
        afterCommit.add(wakeUp);
    }

    @Override
    public void add(PackVersion version, PackFiles content) {
        versions.add(version);
        contents.put(version.digest(), content);
    }

    @Override
    public void lock(String pack) {}

    @Override
    public List<PackVersion> versions(String pack) {
        return versions.stream().filter(version -> version.pack().equals(pack)).toList();
    }

    @Override
    public List<PackVersion> all() {
        return List.copyOf(versions);
    }

    @Override
    public Optional<PackFiles> content(String digest) {
        return Optional.ofNullable(contents.get(digest));
    }

    @Override
    public void put(String topic, String key, String payload) {
        rows.add(new Row(rows.size() + 1, topic, key, payload, Instant.EPOCH));
    }

    @Override
    public int number(int limit) {
        return 0;
    }

    @Override
    public List<Row> after(long number, int limit) {
        return rows;
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
        return rows.size();
    }
}
