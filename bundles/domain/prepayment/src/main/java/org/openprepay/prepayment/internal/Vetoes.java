package org.openprepay.prepayment.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openprepay.api.AccountId;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Metering;
import org.openprepay.notices.Notice;
import org.openprepay.notices.Notices;
import org.openprepay.prepayment.Accounts.Protection;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.facts.Terms;

/** Why an account is not cut now, whatever balance and rules say. */
final class Vetoes {
    private final Alerts alerts;
    private final Settings settings;
    private final Instant now;
    private final Map<MeterId, Instant> lastReadings;
    private final Map<AccountId, Map<String, Notice>> delivered;

    /** Asks once for all accounts that are about to be cut. */
    Vetoes(
            Set<Situation> candidates,
            Metering metering,
            Notices notices,
            Alerts alerts,
            Settings settings,
            Instant now) {
        this.alerts = alerts;
        this.settings = settings;
        this.now = now;
        this.lastReadings =
                candidates.isEmpty()
                        ? Map.of()
                        : metering.lastReadings(
                                candidates.stream()
                                        .map(each -> each.account().meter())
                                        .collect(Collectors.toSet()));
        this.delivered =
                candidates.isEmpty()
                        ? new HashMap<>()
                        : notices.delivered(
                                candidates.stream()
                                        .map(each -> each.account().id())
                                        .collect(Collectors.toSet()));
    }

    Optional<String> against(Situation situation, Terms terms) {
        return protection(situation)
                .or(() -> stale(situation))
                .or(() -> terms.noticeBeforeCut() ? untold(situation) : Optional.empty());
    }

    private Optional<String> protection(Situation situation) {
        return situation.protections().stream()
                .filter(each -> Wish.holds(each, now) && !isOver(each))
                .map(each -> "protected: " + each.kind())
                .findFirst();
    }

    private boolean isOver(Protection protection) {
        return protection.kind().equals("payment-pending")
                && !now.isBefore(protection.from().plus(settings.paymentPending()));
    }

    private Optional<String> stale(Situation situation) {
        MeterId meter = situation.account().meter();
        Instant last = lastReadings.getOrDefault(meter, situation.account().opened());
        Duration silent = Duration.between(last, now);
        if (silent.compareTo(settings.fieldJob()) > 0) {
            alerts.raise(
                    "warning",
                    "FIELD_JOB",
                    meter.value(),
                    "Meter " + meter + " is silent since " + last + "; somebody must go there.");
        }
        return silent.compareTo(settings.stale()) > 0
                ? Optional.of("the last reading is too old: " + last)
                : Optional.empty();
    }

    private Optional<String> untold(Situation situation) {
        Optional<String> crossing = new Marks(situation.desk().levels()).find(Marks.BELOW);
        Notice told = delivered.getOrDefault(situation.account().id(), Map.of()).get(Marks.BELOW);
        boolean delivered = told != null && crossing.equals(Optional.of(told.crossing()));
        return delivered ? Optional.empty() : Optional.of("the notice of the cut is not delivered");
    }
}
