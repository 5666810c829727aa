package org.openprepay.store.rulebook;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.store.tx.Columns;

/** A published version's row. */
@Entity
@IdClass(VersionRow.Key.class)
@Table(name = "pack_version")
class VersionRow {
    @Id
    @Column(name = "pack")
    private String pack = "";

    @Id
    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "kind")
    private String kind = "";

    @Column(name = "title")
    private String title = "";

    @Column(name = "digest")
    private String digest = "";

    @Column(name = "effective")
    private long effective;

    @Column(name = "author")
    private String author = "";

    protected VersionRow() {}

    VersionRow(PackVersion version) {
        pack = version.pack();
        ordinal = version.number();
        kind = version.kind();
        title = version.title();
        digest = version.digest();
        effective = Columns.nanos(version.effective());
        author = version.author();
    }

    PackVersion version() {
        return new PackVersion(
                pack, ordinal, kind, title, digest, Columns.instant(effective), author);
    }

    /** Pack and number. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1;
        public String pack = "";
        public int ordinal;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.ordinal == ordinal && key.pack.equals(pack);
        }

        @Override
        public int hashCode() {
            return Objects.hash(pack, ordinal);
        }
    }
}
