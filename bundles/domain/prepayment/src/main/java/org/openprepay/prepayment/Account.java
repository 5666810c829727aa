package org.openprepay.prepayment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.openprepay.api.AccountId;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.ServicePointId;

/**
 * The contract between a customer, a service point and a tariff.
 *
 * @param tariff the tariff pack's name
 * @param policy the supply policy pack's name
 * @param meter the meter that is switched
 * @param opened utility time
 */
public record Account(
        AccountId id,
        CustomerId customer,
        ServicePointId servicePoint,
        MeterId meter,
        Mode mode,
        String tariff,
        String policy,
        String currency,
        ZoneId zone,
        Instant opened,
        Optional<Instant> closed) {
    /** Where the balance lives. */
    public enum Mode {
        /** Here: readings debit it, the server cuts and restores. */
        WALLET,
        /** In the meter, as units: priced and posted at the sale; readings never debit. */
        METER_UNITS
    }
}
