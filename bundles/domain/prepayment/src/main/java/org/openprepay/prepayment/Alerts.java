package org.openprepay.prepayment;

import java.time.Instant;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Slice;

/** What needs somebody. */
public interface Alerts {
    /** Raises an alert, or counts it up when the same code and subject is open. */
    void raise(String severity, String code, String subject, String text);

    /** Ends an alert whose cause is gone. */
    void clear(String code, String subject);

    Slice<Alert> list(Caller caller, boolean open, int limit, Optional<String> after);

    Outcome<Alert> acknowledge(Caller caller, long id);

    /**
     * @param severity {@code critical}, {@code warning}, {@code info}
     */
    record Alert(
            long id,
            String severity,
            String code,
            String subject,
            String text,
            Instant at,
            int count,
            Optional<Instant> cleared,
            Optional<String> acknowledgedBy) {}
}
