package org.openprepay.rest.live;

import java.util.List;
import org.openprepay.api.Outbox;
import org.openprepay.api.Transactions;

/** Reads the numbered stream of live events. */
public final class Tail {
    /** Most rows one look takes. */
    public static final int PAGE = 500;

    private final Outbox outbox;
    private final Transactions transactions;

    public Tail(Outbox outbox, Transactions transactions) {
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Rows of any topic after this number, oldest first. */
    public List<Outbox.Row> after(long number) {
        return transactions.read(() -> outbox.after(number, PAGE));
    }

    public long lastNumber() {
        return transactions.read(outbox::lastNumber);
    }

    static boolean live(Outbox.Row row) {
        return row.topic().startsWith(Outbox.LIVE);
    }
}
