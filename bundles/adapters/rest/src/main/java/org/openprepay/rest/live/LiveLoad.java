package org.openprepay.rest.live;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.api.JsonReader;
import org.openprepay.api.Outbox;

/**
 * Load now and in the last two days of utility time, folded from readings. Each meter counts once
 * in each half hour, with its newest reading; a reading older than the newest changes nothing.
 */
public final class LiveLoad {
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final int MAX_POINTS = 96;
    private static final int MAX_METERS = 100_000;
    private static final int MAX_PAGES = 20;
    private final Tail tail;
    private final Map<String, Last> meters = new HashMap<>();
    private final TreeMap<Instant, BigDecimal> series = new TreeMap<>();
    private long seen;
    private long readings;

    public LiveLoad(Tail tail) {
        this.tail = tail;
    }

    /** The load of one half hour. */
    public record Point(Instant at, BigDecimal kw) {}

    private record Last(Instant at, Instant bucket, BigDecimal kw) {}

    /** Folds what is new; called again and again by the host. */
    public void tick() {
        for (int page = 0; page < MAX_PAGES; page++) {
            List<Outbox.Row> rows = tail.after(seen());
            rows.forEach(this::fold);
            if (rows.size() < Tail.PAGE) {
                return;
            }
        }
    }

    /** The sum of what every meter that was heard since drew when it was last heard. */
    public synchronized BigDecimal now(Instant since) {
        return meters.values().stream()
                .filter(last -> !last.at().isBefore(since))
                .map(Last::kw)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public synchronized Optional<BigDecimal> of(String meter) {
        return Optional.ofNullable(meters.get(meter)).map(Last::kw);
    }

    public synchronized List<Point> series() {
        return series.entrySet().stream()
                .map(point -> new Point(point.getKey(), point.getValue()))
                .toList();
    }

    /** Live readings folded since the start. */
    public synchronized long readings() {
        return readings;
    }

    private synchronized long seen() {
        return seen;
    }

    private synchronized void fold(Outbox.Row row) {
        seen = row.number();
        if (!row.topic().equals(Outbox.LIVE + "reading")) {
            return;
        }
        readings++;
        Map<String, Object> event = JsonReader.object(row.payload());
        if (event.get("meter") instanceof String meter
                && event.containsKey("kw")
                && event.containsKey("at")) {
            Instant at = Instant.parse(String.valueOf(event.get("at")));
            fold(meter, at, new BigDecimal(String.valueOf(event.get("kw"))));
        }
    }

    private void fold(String meter, Instant at, BigDecimal kw) {
        Last before = meters.get(meter);
        if (before == null ? meters.size() >= MAX_METERS : !at.isAfter(before.at())) {
            return;
        }
        Instant bucket = bucket(at);
        BigDecimal counted =
                before != null && before.bucket().equals(bucket) ? before.kw() : BigDecimal.ZERO;
        meters.put(meter, new Last(at, bucket, kw));
        series.merge(bucket, kw.subtract(counted), BigDecimal::add);
        while (series.size() > MAX_POINTS) {
            series.pollFirstEntry();
        }
    }

    private static Instant bucket(Instant end) {
        long half = HALF_HOUR.toSeconds();
        long inside = end.minusNanos(1).getEpochSecond();
        return Instant.ofEpochSecond(Math.floorDiv(inside, half) * half);
    }
}
