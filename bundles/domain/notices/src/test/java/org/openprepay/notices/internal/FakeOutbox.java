package org.openprepay.notices.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openprepay.api.Outbox;

/** Numbers rows at once. */
final class FakeOutbox implements Outbox {
    final List<Row> rows = new ArrayList<>();

    @Override
    public void put(String topic, String key, String payload) {
        rows.add(new Row(rows.size() + 1L, topic, key, payload, Instant.EPOCH));
    }

    @Override
    public int number(int limit) {
        return 0;
    }

    @Override
    public List<Row> after(long number, int limit) {
        return rows.stream().filter(row -> row.number() > number).limit(limit).toList();
    }

    @Override
    public List<Row> pending(String topic, int limit) {
        return rows.stream().filter(row -> row.topic().equals(topic)).limit(limit).toList();
    }

    @Override
    public void done(long number) {
        rows.removeIf(row -> row.number() == number);
    }

    @Override
    public int forget(Instant before, int limit) {
        return 0;
    }

    @Override
    public long lastNumber() {
        return rows.size();
    }
}
