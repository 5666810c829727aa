package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openprepay.api.Decimals;
import org.openprepay.api.Json;
import org.openprepay.api.Money;
import org.openprepay.api.Outbox;
import org.openprepay.api.UsageInterval;

/** Tells whoever watches what an account has and uses. */
final class LiveRows {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);

    private final Outbox outbox;

    LiveRows(Outbox outbox) {
        this.outbox = outbox;
    }

    /** One row for all readings of an account in a batch. */
    void reading(Situation situation, UsageInterval newest) {
        Map<String, Object> fields = fields(situation, newest.end());
        fields.put("kw", power(newest).toPlainString());
        outbox.put("live.reading", situation.account().id().value(), Json.object(fields));
    }

    void balance(Situation situation, Instant at) {
        outbox.put(
                "live.balance",
                situation.account().id().value(),
                Json.object(fields(situation, at)));
    }

    static Map<String, String> money(Money money) {
        return Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
    }

    private static Map<String, Object> fields(Situation situation, Instant at) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", situation.account().id());
        fields.put("meter", situation.account().meter());
        fields.put("balance", money(situation.balance()));
        fields.put("at", at);
        return fields;
    }

    private static BigDecimal power(UsageInterval interval) {
        long seconds = Math.max(1, Duration.between(interval.start(), interval.end()).toSeconds());
        return Decimals.plain(
                interval.amount()
                        .multiply(SECONDS)
                        .divide(BigDecimal.valueOf(seconds), 3, RoundingMode.HALF_EVEN));
    }
}
