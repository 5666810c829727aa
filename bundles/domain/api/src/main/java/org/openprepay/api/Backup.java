package org.openprepay.api;

import java.nio.file.Path;

/**
 * Copies of everything the database holds, in one portable form for H2 and MariaDB; a copy of the
 * one restores into the other.
 */
public interface Backup {
    /**
     * Writes a consistent copy while the server works.
     *
     * @return the new file in this folder, readable by its owner only
     */
    Path backup(Path folder);

    /**
     * Puts a copy in the place of whatever the database holds, in one transaction, and answers how
     * many rows it has. Refused with {@code NOT_EMPTY} when the journal holds entries, {@code
     * OTHER_SCHEMA} when the copy is of another version, {@code OUT_OF_BALANCE} when its postings
     * don't add up to zero. Restart the server afterwards: what it remembers is of before.
     */
    Outcome<Long> restore(Path file);
}
