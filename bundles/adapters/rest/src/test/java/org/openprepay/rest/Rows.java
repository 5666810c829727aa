package org.openprepay.rest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openprepay.api.Outbox.Row;

/** A fake of the outbox that numbers at once. */
public final class Rows {
    private final List<Row> rows = new CopyOnWriteArrayList<>();

    public void put(String topic, String key, String payload) {
        rows.add(new Row(rows.size() + 1, topic, key, payload, Till.START));
    }

    public List<Row> after(long number, int limit) {
        return rows.stream().filter(row -> row.number() > number).limit(limit).toList();
    }

    public long lastNumber() {
        return rows.size();
    }
}
