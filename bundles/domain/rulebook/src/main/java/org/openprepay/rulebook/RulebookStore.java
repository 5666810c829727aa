package org.openprepay.rulebook;

import java.util.List;
import java.util.Optional;

/** Where versions and their content are kept; called inside a transaction. */
public interface RulebookStore {
    void add(PackVersion version, PackFiles content);

    /** Locks the pack against another publish until the transaction ends. */
    void lock(String pack);

    /** Oldest first. */
    List<PackVersion> versions(String pack);

    /** Every pack's versions, oldest first. */
    List<PackVersion> all();

    Optional<PackFiles> content(String digest);
}
