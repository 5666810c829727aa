package org.openprepay.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;

/** One transaction at a time; a refusal or an exception puts every store back as it was. */
public final class FakeTransactions implements Transactions {
    /** A store that can be put back. */
    public interface Undoable {
        /** Remembers the content of now; running it brings that back. */
        Runnable snapshot();
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Undoable> stores = new ArrayList<>();
    private boolean doomed;
    private final List<Runnable> wakeUps = new ArrayList<>();

    public <S extends Undoable> S with(S store) {
        stores.add(store);
        return store;
    }

    @Override
    public <T> Outcome<T> run(Supplier<Outcome<T>> body) {
        if (lock.isHeldByCurrentThread()) {
            Outcome<T> outcome = body.get();
            doomed = doomed || !outcome.isAccepted();
            return outcome;
        }
        lock.lock();
        try {
            return outermost(body);
        } finally {
            doomed = false;
            wakeUps.clear();
            lock.unlock();
        }
    }

    private <T> Outcome<T> outermost(Supplier<Outcome<T>> body) {
        List<Runnable> undo = stores.stream().map(Undoable::snapshot).toList();
        boolean kept = false;
        try {
            Outcome<T> outcome = body.get();
            if (doomed && outcome.isAccepted()) {
                throw new IllegalStateException("a refusal inside was accepted outside");
            }
            kept = outcome.isAccepted();
            if (kept) {
                wakeUps.forEach(Runnable::run);
            }
            return outcome;
        } finally {
            if (!kept) {
                undo.forEach(Runnable::run);
            }
        }
    }

    @Override
    public <T> T read(Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void afterCommit(Runnable wakeUp) {
        wakeUps.add(wakeUp);
    }
}
