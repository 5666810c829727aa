package org.openprepay.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.MeterId;

/**
 * Where meters and readings are kept; called inside a transaction. Batches throughout: this is the
 * hot path.
 */
public interface MeteringStore {
    void add(Meter meter);

    Map<MeterId, Meter> meters(Collection<MeterId> ids);

    Optional<Meter> at(String driver, String address);

    List<Meter> list(int limit, Optional<String> after);

    /** The newest known point of each meter's charged register, register reading or profile end. */
    Map<MeterId, Head> heads(Collection<MeterId> ids);

    /** Writes the heads back. */
    void putHeads(Collection<Head> heads);

    /** Inserts register readings, each with its revision. */
    void addReadings(List<Reading> readings);

    /** Inserts or replaces whole profile days; earlier revisions stay. */
    void addProfiles(List<ProfileDay> days);

    /** Newest revisions in [from, to], in time order. */
    List<Reading> readings(MeterId meter, String register, Instant from, Instant to);

    /** The last reading before, and the first after, an instant. */
    Optional<Reading> before(MeterId meter, String register, Instant at);

    Optional<Reading> after(MeterId meter, String register, Instant at);

    /** Newest revisions of days that overlap [from, to), in time order. */
    List<ProfileDay> profiles(MeterId meter, String register, Instant from, Instant to);

    long quarantine(MeterId meter, String row, String why, Instant received);

    Optional<Metering.Quarantined> quarantined(long id);

    List<Metering.Quarantined> quarantined(int limit, Optional<String> after);

    void decide(long id, String state, String by);

    void remember(MeterId meter, Map<String, String> values);

    Map<String, String> memory(MeterId meter);

    /** Replaces the hash of a meter's secret. */
    void putSecret(MeterId meter, String hash);

    Optional<String> secret(MeterId meter);

    Map<MeterId, Instant> lastReadings(Set<MeterId> meters);

    /** The newest known point of a meter: time, register value if one was read there. */
    record Head(MeterId meter, String register, Instant at, Optional<BigDecimal> value) {}

    /** One register reading as stored. */
    record Reading(
            MeterId meter,
            String register,
            Instant at,
            int revision,
            BigDecimal value,
            String source,
            Instant received) {}

    /**
     * One UTC day of interval values of a meter, as one row.
     *
     * @param values from start, null where unknown
     */
    record ProfileDay(
            MeterId meter,
            String register,
            Instant day,
            int intervalMinutes,
            int revision,
            List<Optional<BigDecimal>> values,
            String source,
            Instant received) {}
}
