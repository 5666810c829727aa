package org.openprepay.rest.http;

import java.util.function.Supplier;
import org.openprepay.access.Access;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;

/** Runs a write and its audit record in one transaction. */
public final class Audited {
    private final Transactions transactions;
    private final Access access;

    public Audited(Transactions transactions, Access access) {
        this.transactions = transactions;
        this.access = access;
    }

    /** What was accepted is audited; what was refused leaves nothing behind. */
    public <T> Outcome<T> write(
            Caller caller,
            String action,
            String subject,
            String detail,
            Supplier<Outcome<T>> body) {
        return transactions.run(
                () ->
                        body.get()
                                .map(
                                        value -> {
                                            access.audit(caller, action, subject, detail);
                                            return value;
                                        }));
    }
}
