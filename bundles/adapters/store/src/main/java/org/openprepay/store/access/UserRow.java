package org.openprepay.store.access;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openprepay.access.Access.User;
import org.openprepay.access.Role;
import org.openprepay.store.tx.Columns;

/** A member of staff. */
@Entity
@Table(name = "staff")
class UserRow {
    @Id
    @Column(name = "name")
    private String name = "";

    @Column(name = "role")
    private String role = "";

    @Column(name = "must_change")
    private int mustChange;

    @Column(name = "created")
    private long created;

    @Column(name = "hash")
    private String hash = "";

    protected UserRow() {}

    UserRow(User user, String hash) {
        name = user.name();
        role = user.role().code();
        mustChange = user.mustChange() ? 1 : 0;
        created = Columns.nanos(user.created());
        this.hash = hash;
    }

    User user() {
        return new User(name, Role.of(role), mustChange != 0, Columns.instant(created));
    }

    String hash() {
        return hash;
    }
}
