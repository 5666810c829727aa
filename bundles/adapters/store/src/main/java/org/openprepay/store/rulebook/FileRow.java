package org.openprepay.store.rulebook;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One file of a published content. */
@Entity
@IdClass(FileRow.Key.class)
@Table(name = "pack_file")
class FileRow {
    @Id
    @Column(name = "digest")
    private String digest = "";

    @Id
    @Column(name = "path")
    private String path = "";

    @Column(name = "pack")
    private String pack = "";

    @Column(name = "content")
    private String content = "";

    protected FileRow() {}

    FileRow(String digest, String pack, String path, String content) {
        this.digest = digest;
        this.pack = pack;
        this.path = path;
        this.content = content;
    }

    String path() {
        return path;
    }

    String pack() {
        return pack;
    }

    String content() {
        return content;
    }

    /** Digest and path. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1;
        public String digest = "";
        public String path = "";

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.digest.equals(digest) && key.path.equals(path);
        }

        @Override
        public int hashCode() {
            return Objects.hash(digest, path);
        }
    }
}
