package org.openprepay.api;

import java.util.function.Supplier;

/**
 * One database transaction at a time on a thread. Bodies may run again after a deadlock, so they
 * have no outside effect: whatever must be sent is put into the {@link Outbox}.
 */
public interface Transactions {
    /**
     * Commits an accepted outcome and rolls back a refused one or an exception. Joins the
     * transaction that already runs on this thread; a refusal inside then dooms the whole.
     *
     * @throws StoreUnavailable when the database cannot be reached or keeps deadlocking
     */
    <T> Outcome<T> run(Supplier<Outcome<T>> body);

    /** Reads in one consistent transaction, or in the one that already runs. */
    <T> T read(Supplier<T> body);

    /**
     * Runs after the outermost commit, never after a rollback; for wake-ups only, since a crash
     * skips it.
     */
    void afterCommit(Runnable wakeUp);

    /** The database cannot serve; nothing of the transaction was kept. */
    final class StoreUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public StoreUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
