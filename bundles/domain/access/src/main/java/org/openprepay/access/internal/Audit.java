package org.openprepay.access.internal;

import java.time.InstantSource;
import org.openprepay.access.Access.AuditRecord;
import org.openprepay.access.AccessStore;

/** Adds to the audit trail, within the lengths it has room for. */
final class Audit {
    private static final int MAX_WORD = 96;
    private static final int MAX_DETAIL = 2_000;

    private final AccessStore store;
    private final InstantSource wall;

    Audit(AccessStore store, InstantSource wall) {
        this.store = store;
        this.wall = wall;
    }

    void write(String by, String action, String subject, String detail) {
        store.audit(
                new AuditRecord(
                        0,
                        wall.instant(),
                        cut(by, MAX_WORD),
                        cut(action, MAX_WORD),
                        cut(subject, MAX_WORD),
                        cut(detail, MAX_DETAIL)));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
