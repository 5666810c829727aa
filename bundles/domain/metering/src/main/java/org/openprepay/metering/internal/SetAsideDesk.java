package org.openprepay.metering.internal;

import java.time.InstantSource;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Right;
import org.openprepay.api.Transactions;
import org.openprepay.metering.MeteringStore;
import org.openprepay.metering.Row;
import org.openprepay.metering.SetAside;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts poison rows into quarantine. */
@Component
public final class SetAsideDesk implements SetAside {
    private final Transactions transactions;
    private final MeteringStore store;
    private final InstantSource wall;

    @Activate
    public SetAsideDesk(
            @Reference Transactions transactions,
            @Reference MeteringStore store,
            @Reference(target = "(clock=wall)") InstantSource wall) {
        this.transactions = transactions;
        this.store = store;
        this.wall = wall;
    }

    @Override
    public void setAside(Caller caller, Row row, String why) {
        caller.require(Right.FEED);
        transactions.run(
                () ->
                        Outcome.accepted(
                                store.quarantine(
                                        row.meter(), RowText.of(row), why, wall.instant())));
    }
}
