package org.openprepay.host.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;
import org.openprepay.prepayment.Intake;

@Tag("HES-28")
@Tag("REL-12")
class BatchTest {
    private final List<Row> kept = new ArrayList<>();
    private final List<Row> setAside = new ArrayList<>();

    @Test
    void onePoisonReadingOfFiveHundredGoesToQuarantineAndTheOthersAreKept() {
        List<Lanes.Delivery> deliveries = deliveries(500);
        batch(
                        rows -> {
                            if (rows.stream().anyMatch(row -> row.meter().value().equals("M317"))) {
                                throw new IllegalStateException("poison");
                            }
                            return accepted(rows);
                        })
                .accept(deliveries);
        assertEquals(499, kept.size());
        assertEquals(List.of("M317"), setAside.stream().map(row -> row.meter().value()).toList());
        assertEquals(Verdict.State.QUARANTINED, deliveries.get(317).answer().join().get(0).state());
        assertEquals(Verdict.State.ACCEPTED, deliveries.get(318).answer().join().get(0).state());
    }

    @Test
    void whenTheStoreIsAwayNothingIsAnsweredAndNothingIsQuarantined() {
        List<Lanes.Delivery> deliveries = deliveries(3);
        batch(
                        rows -> {
                            throw new Transactions.StoreUnavailable(
                                    "the database is away", new IllegalStateException());
                        })
                .accept(deliveries);
        assertTrue(deliveries.stream().allMatch(delivery -> delivery.answer().join().isEmpty()));
        assertTrue(setAside.isEmpty());
    }

    @Test
    void aRefusedDeliveryKeepsTheReason() {
        List<Lanes.Delivery> deliveries = deliveries(1);
        batch(rows -> Outcome.refused("NO", "no reason")).accept(deliveries);
        assertEquals("NO: no reason", deliveries.get(0).answer().join().get(0).why());
    }

    private Batch batch(Function<List<Row>, Outcome<List<Verdict>>> intake) {
        return new Batch(
                new Intake() {
                    @Override
                    public Outcome<List<Verdict>> accept(Caller caller, List<Row> rows) {
                        return intake.apply(rows);
                    }

                    @Override
                    public Outcome<Verdict> release(
                            Caller caller, long quarantined, String reason) {
                        throw new UnsupportedOperationException();
                    }
                },
                (caller, row, why) -> setAside.add(row));
    }

    private Outcome<List<Verdict>> accepted(List<Row> rows) {
        kept.addAll(rows);
        return Outcome.accepted(
                rows.stream()
                        .map(
                                row ->
                                        new Verdict(
                                                row.meter(),
                                                Verdict.State.ACCEPTED,
                                                "",
                                                List.of(),
                                                Optional.empty()))
                        .toList());
    }

    private static List<Lanes.Delivery> deliveries(int count) {
        var deliveries = new ArrayList<Lanes.Delivery>();
        for (int i = 0; i < count; i++) {
            Row row =
                    new Row.Register(
                            new MeterId("M" + i),
                            "1.8.0",
                            Instant.EPOCH,
                            BigDecimal.ONE,
                            "kWh",
                            "test");
            deliveries.add(new Lanes.Delivery(List.of(row), new CompletableFuture<>()));
        }
        return deliveries;
    }
}
