package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.AccountId;
import org.openprepay.api.Commodity;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Meter;
import org.openprepay.rest.http.Input;

/** A meter as it is registered. */
public record MeterForm(
        String id,
        String driver,
        String address,
        Commodity commodity,
        int registerDigits,
        @Schema(type = "string", example = "10") BigDecimal maxPower,
        Optional<Map<String, String>> settings) {

    Meter meter(Instant registered) {
        return Input.of(
                "meter",
                Input.of("id", id, MeterId::new),
                number ->
                        new Meter(
                                number,
                                driver,
                                address,
                                commodity,
                                registerDigits,
                                maxPower,
                                List.of(),
                                settings.orElseGet(Map::of),
                                registered,
                                Optional.empty()));
    }

    /** A meter as it is shown; the account only where a single meter is asked for. */
    public record Shown(
            String id,
            String driver,
            String address,
            Commodity commodity,
            int registerDigits,
            @Schema(type = "string") BigDecimal maxPower,
            Map<String, String> settings,
            Instant registered,
            Optional<Instant> lastReading,
            Optional<String> account) {

        static Shown of(Meter meter, Optional<Instant> lastReading, Optional<AccountId> account) {
            return new Shown(
                    meter.id().value(),
                    meter.driver(),
                    meter.address(),
                    meter.commodity(),
                    meter.registerDigits(),
                    meter.maxPower(),
                    meter.settings(),
                    meter.registered(),
                    lastReading,
                    account.map(AccountId::value));
        }
    }
}
