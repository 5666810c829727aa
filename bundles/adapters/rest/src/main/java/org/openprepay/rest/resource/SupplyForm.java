package org.openprepay.rest.resource;

import java.time.Instant;
import java.util.Optional;
import org.openprepay.prepayment.Supply;

/** Supply wanted against supply found; no {@code found} until the meter reported once. */
public record SupplyForm(
        Supply.State wanted,
        Optional<Supply.State> found,
        Instant since,
        String why,
        long intent,
        Optional<Instant> foundAt) {

    static SupplyForm of(Supply supply) {
        return new SupplyForm(
                supply.wanted(),
                supply.found(),
                supply.since(),
                supply.why(),
                supply.intent(),
                supply.foundAt());
    }
}
