package org.openprepay.tariff.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.tariff.BillState;

/** A pack on trial: in force always, published nowhere. */
record SingleVersion(Rates rates) implements Versions {
    @Override
    public List<PackVersion> inForce(String tariff, Instant from, Instant to) {
        return List.of(version());
    }

    @Override
    public Rates rates(String digest) {
        return rates;
    }

    BillState open(ZoneId zone, Instant from) {
        return RunningBills.opened(version(), zone, from);
    }

    private PackVersion version() {
        String name = rates.pack().name();
        return new PackVersion(name, 1, "tariff", name, "trial", Instant.MIN, "trial");
    }
}
