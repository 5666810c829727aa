package org.openprepay.store.customers;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.AccountId;
import org.openprepay.api.MeterId;
import org.openprepay.customers.MeterLink;
import org.openprepay.store.tx.Columns;

/** A dated link's row. */
@Entity
@IdClass(LinkRow.Key.class)
@Table(name = "meter_link")
class LinkRow {
    @Id
    @Column(name = "meter")
    private String meter = "";

    @Id
    @Column(name = "starts")
    private long starts;

    @Column(name = "account")
    private String account = "";

    @Column(name = "ends")
    private @Nullable Long ends;

    protected LinkRow() {}

    LinkRow(MeterLink link) {
        meter = link.meter().value();
        starts = Columns.nanos(link.from());
        account = link.account().value();
        ends = link.to().map(Columns::nanos).orElse(null);
    }

    MeterLink link() {
        return new MeterLink(
                new MeterId(meter),
                new AccountId(account),
                Columns.instant(starts),
                Optional.ofNullable(ends).map(Columns::instant));
    }

    /** Meter and start. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1;
        public String meter = "";
        public long starts;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.starts == starts && key.meter.equals(meter);
        }

        @Override
        public int hashCode() {
            return Objects.hash(meter, starts);
        }
    }
}
