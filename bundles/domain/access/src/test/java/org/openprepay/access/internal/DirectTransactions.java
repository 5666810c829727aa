package org.openprepay.access.internal;

import java.util.function.Supplier;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;

/** Runs bodies at once; the fakes keep nothing that would have to be undone. */
final class DirectTransactions implements Transactions {
    @Override
    public <T> Outcome<T> run(Supplier<Outcome<T>> body) {
        return body.get();
    }

    @Override
    public <T> T read(Supplier<T> body) {
        return body.get();
    }

    @Override
    public void afterCommit(Runnable wakeUp) {
        wakeUp.run();
    }
}
