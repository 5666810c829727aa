package org.openprepay.metering.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.metering.Metering.Quarantined;
import org.openprepay.metering.MeteringStore;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;

/** People's decisions about rows that were not believed, or believed and held. */
final class Quarantine {
    private static final String OPEN = "OPEN";
    private static final String RELEASED = "RELEASED";
    private static final String REJECTED = "REJECTED";
    private static final int MAX_BY = 200;

    private final MeteringStore store;
    private final Function<List<Row>, List<Verdict>> take;

    Quarantine(MeteringStore store, Function<List<Row>, List<Verdict>> take) {
        this.store = store;
        this.take = take;
    }

    Outcome<Verdict> release(Caller caller, long id, String reason) {
        return open(id, reason).then(row -> released(caller, row, reason));
    }

    private Outcome<Verdict> released(Caller caller, Quarantined quarantined, String reason) {
        Optional<Row> row = RowText.read(quarantined.meter(), quarantined.row());
        if (row.isEmpty()) {
            return unusable(quarantined, "it is too long to be kept whole");
        }
        Verdict verdict = take.apply(List.of(believed(caller, row.get()))).get(0);
        if (verdict.state() == Verdict.State.QUARANTINED) {
            return unusable(quarantined, verdict.why());
        }
        store.decide(quarantined.id(), RELEASED, by(caller, reason));
        return Outcome.accepted(verdict);
    }

    private static <T> Outcome<T> unusable(Quarantined quarantined, String why) {
        return Outcome.refused(
                "NOT_USABLE",
                "row " + quarantined.id() + " cannot be charged: " + why + "; reject it");
    }

    private static Row believed(Caller caller, Row row) {
        String source = Usage.RELEASED + caller.name();
        return row instanceof Row.Register register
                ? new Row.Register(
                        register.meter(),
                        register.register(),
                        register.at(),
                        register.value(),
                        register.unit(),
                        source)
                : believed((Row.Profile) row, source);
    }

    private static Row believed(Row.Profile row, String source) {
        return new Row.Profile(
                row.meter(),
                row.register(),
                row.start(),
                row.interval(),
                row.values(),
                row.unit(),
                source);
    }

    Outcome<Quarantined> reject(Caller caller, long id, String reason) {
        return open(id, reason)
                .map(
                        row -> {
                            store.decide(id, REJECTED, by(caller, reason));
                            return store.quarantined(id).orElseThrow();
                        });
    }

    private Outcome<Quarantined> open(long id, String reason) {
        if (reason.isBlank()) {
            return Outcome.refused("REASON_MISSING", "reason", "say why, for those who ask later");
        }
        Optional<Quarantined> row = store.quarantined(id);
        if (row.isEmpty()) {
            return Outcome.refused("UNKNOWN_ROW", "no row " + id + " is in quarantine");
        }
        return row.filter(r -> r.state().equalsIgnoreCase(OPEN))
                .<Outcome<Quarantined>>map(Outcome::accepted)
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        "NOT_OPEN",
                                        "row " + id + " was decided by " + row.get().decidedBy()));
    }

    private static String by(Caller caller, String reason) {
        String by = caller.name() + ": " + reason.strip();
        return by.length() <= MAX_BY ? by : by.substring(0, MAX_BY);
    }
}
