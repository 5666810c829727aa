package org.openprepay.host.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.Caller;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;
import org.openprepay.host.work.Lanes.Delivery;
import org.openprepay.metering.Row;
import org.openprepay.metering.SetAside;
import org.openprepay.metering.Verdict;
import org.openprepay.prepayment.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction for many deliveries. A batch that fails is halved until the one culprit is alone;
 * that one goes to quarantine and the others are kept.
 */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final Caller CALLER = Caller.system("lanes");

    private final Intake intake;
    private final SetAside setAside;

    Batch(Intake intake, SetAside setAside) {
        this.intake = intake;
        this.setAside = setAside;
    }

    void accept(List<Delivery> deliveries) {
        try {
            List<Row> rows =
                    deliveries.stream().flatMap(delivery -> delivery.rows().stream()).toList();
            Outcome<List<Verdict>> outcome = intake.accept(CALLER, rows);
            if (outcome instanceof Outcome.Refused<List<Verdict>> refused) {
                divide(deliveries, refused.code() + ": " + refused.message());
            } else {
                answer(deliveries, outcome.orThrow());
            }
        } catch (Transactions.StoreUnavailable e) {
            LOG.warn(
                    "readings wait for the store deliveries={} why={}",
                    deliveries.size(),
                    e.getMessage());
            deliveries.forEach(delivery -> delivery.answer().complete(List.of()));
        } catch (RuntimeException e) {
            divide(deliveries, e.toString());
        }
    }

    private void divide(List<Delivery> deliveries, String why) {
        if (deliveries.size() > 1) {
            int middle = deliveries.size() / 2;
            accept(deliveries.subList(0, middle));
            accept(deliveries.subList(middle, deliveries.size()));
        } else {
            quarantine(deliveries.get(0), why);
        }
    }

    private void quarantine(Delivery culprit, String why) {
        try {
            var verdicts = new ArrayList<Verdict>();
            for (Row row : culprit.rows()) {
                setAside.setAside(CALLER, row, why);
                verdicts.add(
                        new Verdict(
                                row.meter(),
                                Verdict.State.QUARANTINED,
                                why,
                                List.of(),
                                Optional.empty()));
            }
            LOG.warn("delivery quarantined rows={} why={}", verdicts.size(), why);
            culprit.answer().complete(verdicts);
        } catch (RuntimeException e) {
            LOG.warn("delivery not kept, it must come again why={}", e.toString());
            culprit.answer().complete(List.of());
        }
    }

    private static void answer(List<Delivery> deliveries, List<Verdict> verdicts) {
        int from = 0;
        for (Delivery delivery : deliveries) {
            int to = from + delivery.rows().size();
            delivery.answer().complete(List.copyOf(verdicts.subList(from, to)));
            from = to;
        }
    }
}
