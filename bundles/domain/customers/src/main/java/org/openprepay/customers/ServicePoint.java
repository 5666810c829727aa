package org.openprepay.customers;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.openprepay.api.ServicePointId;

/** Where a commodity is delivered; days and months of its accounts are those of its zone. */
public record ServicePoint(
        ServicePointId id,
        String address,
        BigDecimal latitude,
        BigDecimal longitude,
        ZoneId zone) {}
