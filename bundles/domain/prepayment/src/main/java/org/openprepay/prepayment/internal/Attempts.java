package org.openprepay.prepayment.internal;

import java.util.function.Supplier;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;
import org.openprepay.ledger.LedgerStore.DuplicateEntry;

/** Runs a body again when another transaction wrote one of its entry ids first. */
final class Attempts {
    private static final int MOST = 3;

    private Attempts() {}

    static <T> Outcome<T> run(Transactions transactions, Supplier<Outcome<T>> body) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.run(body);
            } catch (DuplicateEntry e) {
                if (attempt == MOST) {
                    throw e;
                }
            }
        }
    }
}
