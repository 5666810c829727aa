package org.openprepay.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;
import org.openprepay.api.UsageInterval;

/** Meters and their readings. */
public interface Metering {
    /** Refused with {@code DUPLICATE} when the number exists with another content. */
    Outcome<Meter> register(Caller caller, Meter meter);

    Optional<Meter> find(MeterId id);

    /** The meter a driver hears under this address. */
    Optional<Meter> at(String driver, String address);

    Slice<Meter> list(Caller caller, int limit, Optional<String> after);

    /**
     * Validates and stores rows, answering one verdict a row in the same order. Rows of one meter
     * in one call are taken in time order. Nothing is charged here. Joins the running transaction.
     */
    List<Verdict> accept(Caller caller, List<Row> rows);

    /**
     * Usage known of a meter's charged register in [from, to), in time order, newest revisions
     * only.
     */
    List<UsageInterval> usage(MeterId meter, Instant from, Instant to);

    /** Stored readings, newest first. */
    List<Stored> readings(Caller caller, MeterId meter, Instant from, Instant to, int limit);

    /** When each meter was last heard with an accepted reading (utility time of the reading). */
    Map<MeterId, Instant> lastReadings(Set<MeterId> meters);

    Slice<Quarantined> quarantine(Caller caller, int limit, Optional<String> after);

    /**
     * A person believes the row. Gives the verdict, to be charged by the intake; refused with
     * {@code NOT_OPEN} when already decided.
     */
    Outcome<Verdict> release(Caller caller, long id, String reason);

    /** A person rejects the row for good. */
    Outcome<Quarantined> reject(Caller caller, long id, String reason);

    /** Remembers what a dialogue must not forget; names are the driver's. */
    void remember(MeterId meter, Map<String, String> values);

    Map<String, String> memory(MeterId meter);

    /**
     * A stored reading.
     *
     * @param revision 0 for the first value of its time
     */
    record Stored(
            String register,
            Instant at,
            BigDecimal value,
            String unit,
            int revision,
            String source,
            Instant received) {}

    /** A row that was not believed. */
    record Quarantined(
            long id,
            MeterId meter,
            String row,
            String why,
            Instant received,
            String state,
            String decidedBy) {}
}
