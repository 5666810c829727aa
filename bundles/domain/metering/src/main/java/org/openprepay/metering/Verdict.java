package org.openprepay.metering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.MeterId;
import org.openprepay.api.UsageInterval;

/**
 * What became of one row.
 *
 * @param why empty when accepted
 * @param fresh new usage that follows all usage known before, in time order
 * @param changedFrom set when usage known before changed or was filled in: periods from here fold
 *     anew from {@link Metering#usage}, which already holds everything the same call stored; then
 *     nothing is fresh, and a meter's fresh usage in the same call is part of that fold
 */
public record Verdict(
        MeterId meter,
        State state,
        String why,
        List<UsageInterval> fresh,
        Optional<Instant> changedFrom) {
    public Verdict {
        fresh = List.copyOf(fresh);
    }

    /** How a row ends. */
    public enum State {
        ACCEPTED,
        /** Known already, to the last digit. */
        DUPLICATE,
        /** Another value for a known time: the newest revision counts. */
        REVISION,
        /**
         * Believed, but not charged until something is known: a gap beyond the limit, no account.
         */
        HELD,
        /** Not believed; a person decides. */
        QUARANTINED
    }
}
