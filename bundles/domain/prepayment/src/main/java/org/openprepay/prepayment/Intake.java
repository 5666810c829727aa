package org.openprepay.prepayment;

import java.util.List;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;

/**
 * The only door for readings: in one transaction metering validates and stores, tariff prices,
 * ledger posts, supply decides, orders and notices go to the outbox.
 */
public interface Intake {
    /** Most rows of one batch. */
    int MAX_ROWS = 500;

    /** One verdict a row, in the same order. */
    Outcome<List<Verdict>> accept(Caller caller, List<Row> rows);

    /** A person believes a quarantined row: it is charged now. */
    Outcome<Verdict> release(Caller caller, long quarantined, String reason);
}
