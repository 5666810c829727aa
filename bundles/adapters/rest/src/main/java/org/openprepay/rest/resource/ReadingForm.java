package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.openprepay.metering.Metering;

/** A stored reading. */
public record ReadingForm(
        String register,
        Instant at,
        @Schema(type = "string") BigDecimal value,
        String unit,
        int revision,
        String source,
        Instant received) {

    static ReadingForm of(Metering.Stored stored) {
        return new ReadingForm(
                stored.register(),
                stored.at(),
                stored.value(),
                stored.unit(),
                stored.revision(),
                stored.source(),
                stored.received());
    }
}
