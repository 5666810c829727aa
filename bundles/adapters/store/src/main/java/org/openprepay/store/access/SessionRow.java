package org.openprepay.store.access;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openprepay.access.AccessStore.OpenSession;
import org.openprepay.store.tx.Columns;

/** An open session, by the hash of its token. */
@Entity
@Table(name = "staff_session")
class SessionRow {
    @Id
    @Column(name = "token_hash")
    private String tokenHash = "";

    @Column(name = "staff")
    private String staff = "";

    @Column(name = "expires")
    private long expires;

    protected SessionRow() {}

    SessionRow(String tokenHash, String staff, Instant expires) {
        this.tokenHash = tokenHash;
        this.staff = staff;
        this.expires = Columns.nanos(expires);
    }

    OpenSession session() {
        return new OpenSession(staff, Columns.instant(expires));
    }
}
