package org.openprepay.customers;

import java.time.Instant;
import java.util.Optional;
import org.openprepay.api.AccountId;
import org.openprepay.api.MeterId;

/** Whose account a meter's usage belongs to in [from, to); an open end goes on. */
public record MeterLink(MeterId meter, AccountId account, Instant from, Optional<Instant> to) {
    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && to.map(at::isBefore).orElse(true);
    }
}
