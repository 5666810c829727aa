package org.openprepay.prepayment.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.access.Access;
import org.openprepay.api.Caller;
import org.openprepay.api.Json;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Slice;
import org.openprepay.api.Transactions;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.PrepaymentStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps one open alert for each code and subject; times are wall times. */
@Component
public final class AlertDesk implements Alerts {
    private static final long NEW = 0;

    private final PrepaymentStore store;
    private final Access access;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource wall;

    @Activate
    public AlertDesk(
            @Reference PrepaymentStore store,
            @Reference Access access,
            @Reference Outbox outbox,
            @Reference Transactions transactions,
            @Reference(target = "(clock=wall)") InstantSource wall) {
        this.store = store;
        this.access = access;
        this.outbox = outbox;
        this.transactions = transactions;
        this.wall = wall;
    }

    @Override
    public void raise(String severity, String code, String subject, String text) {
        transactions
                .run(
                        () -> {
                            Optional<Alert> open = store.openAlert(code, subject);
                            Instant now = wall.instant();
                            return kept(
                                    new Alert(
                                            open.map(Alert::id).orElse(NEW),
                                            severity,
                                            code,
                                            subject,
                                            text,
                                            open.map(Alert::at).orElse(now),
                                            open.map(Alert::count).orElse(0) + 1,
                                            Optional.empty(),
                                            open.flatMap(Alert::acknowledgedBy)));
                        })
                .orThrow();
    }

    @Override
    public void clear(String code, String subject) {
        transactions
                .run(
                        () -> {
                            store.openAlert(code, subject).ifPresent(open -> kept(ended(open)));
                            return Outcome.accepted(code);
                        })
                .orThrow();
    }

    @Override
    public Slice<Alert> list(Caller caller, boolean open, int limit, Optional<String> after) {
        caller.require(Right.VIEW);
        int most = Math.max(1, Math.min(limit, Slice.MAX));
        List<Alert> rows = transactions.read(() -> store.alerts(open, most + 1, after));
        List<Alert> shown = rows.subList(0, Math.min(most, rows.size()));
        return new Slice<>(
                shown,
                rows.size() > most
                        ? Optional.of(String.valueOf(shown.get(most - 1).id()))
                        : Optional.empty());
    }

    @Override
    public Outcome<Alert> acknowledge(Caller caller, long id) {
        caller.require(Right.OPERATE);
        return transactions.run(
                () ->
                        store.alert(id)
                                .map(alert -> acknowledged(caller, alert))
                                .orElse(
                                        Outcome.refused(
                                                "UNKNOWN_ALERT", "There is no alert " + id + ".")));
    }

    private Outcome<Alert> acknowledged(Caller caller, Alert alert) {
        if (alert.acknowledgedBy().isPresent()) {
            return Outcome.accepted(alert);
        }
        access.audit(caller, "alert.acknowledge", String.valueOf(alert.id()), alert.code());
        return kept(
                new Alert(
                        alert.id(),
                        alert.severity(),
                        alert.code(),
                        alert.subject(),
                        alert.text(),
                        alert.at(),
                        alert.count(),
                        alert.cleared(),
                        Optional.of(caller.name())));
    }

    private Outcome<Alert> kept(Alert alert) {
        Alert kept = store.putAlert(alert);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", kept.id());
        fields.put("severity", kept.severity());
        fields.put("code", kept.code());
        fields.put("subject", kept.subject());
        fields.put("text", kept.text());
        fields.put("at", kept.at());
        fields.put("count", kept.count());
        fields.put("open", kept.cleared().isEmpty());
        fields.put("acknowledgedBy", kept.acknowledgedBy().orElse(""));
        outbox.put("live.alert", kept.subject(), Json.object(fields));
        return Outcome.accepted(kept);
    }

    private Alert ended(Alert alert) {
        return new Alert(
                alert.id(),
                alert.severity(),
                alert.code(),
                alert.subject(),
                alert.text(),
                alert.at(),
                alert.count(),
                Optional.of(wall.instant()),
                alert.acknowledgedBy());
    }
}
