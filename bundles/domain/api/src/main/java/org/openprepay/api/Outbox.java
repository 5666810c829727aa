package org.openprepay.api;

import java.time.Instant;
import java.util.List;

/**
 * What must leave the server, kept in the same transaction as its cause, sent after the commit and
 * swept from the table after a crash. Also the numbered stream of live events: topics that begin
 * with {@value #LIVE} are not sent anywhere but read by whoever watches.
 */
public interface Outbox {
    /**
     * Topics of live events: {@code live.reading}, {@code live.balance}, {@code live.supply},
     * {@code live.alert}.
     */
    String LIVE = "live.";

    /** A meter's newest supply intent or another order waits; the key is the meter. */
    String ORDER = "order";

    /** A message to a person waits; the key is the notice. */
    String NOTICE = "notice";

    /** Adds a row to the running transaction. The payload is JSON. */
    void put(String topic, String key, String payload);

    /**
     * Gives numbers, in commit order, to rows that were committed since; called by one pump.
     *
     * @return how many rows got a number
     */
    int number(int limit);

    /** Numbered rows after this number, oldest first. */
    List<Row> after(long number, int limit);

    /** Numbered rows of a topic that are not done, oldest first. */
    List<Row> pending(String topic, int limit);

    /** Ends the row: it will not be pending again. */
    void done(long number);

    /** Forgets ended rows and live events older than this; returns how many. */
    int forget(Instant before, int limit);

    /** The last number given; 0 when there is none. */
    long lastNumber();

    /** One numbered row. */
    record Row(long number, String topic, String key, String payload, Instant at) {}
}
