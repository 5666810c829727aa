package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.openprepay.api.ServicePointId;
import org.openprepay.customers.ServicePoint;
import org.openprepay.rest.http.Input;

/** Where a commodity is delivered. */
public record ServicePointForm(
        String id,
        String address,
        @Schema(type = "string", example = "51.5") BigDecimal latitude,
        @Schema(type = "string", example = "-0.1") BigDecimal longitude,
        String zone) {
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    static ServicePointForm of(ServicePoint point) {
        return new ServicePointForm(
                point.id().value(),
                point.address(),
                point.latitude(),
                point.longitude(),
                point.zone().getId());
    }

    ServicePoint servicePoint() {
        return new ServicePoint(
                Input.of("id", id, ServicePointId::new),
                address,
                Input.of("latitude", latitude, given -> within(given, POLE)),
                Input.of("longitude", longitude, given -> within(given, DATE_LINE)),
                Input.of("zone", zone, ZoneId::of));
    }

    private static BigDecimal within(BigDecimal degrees, BigDecimal most) {
        if (degrees.abs().compareTo(most) > 0) {
            throw new IllegalArgumentException("This is beyond " + most + " degrees.");
        }
        return degrees;
    }
}
