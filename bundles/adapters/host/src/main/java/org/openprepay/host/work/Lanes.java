package org.openprepay.host.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Row;
import org.openprepay.metering.SetAside;
import org.openprepay.metering.Verdict;
import org.openprepay.prepayment.Intake;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Readings from links wait here, in one lane per group of meters, and go into the intake in
 * batches: the busier the lane, the larger the batch. Order is kept within a meter.
 */
@Component(service = Lanes.class)
public final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    /** Parallel lanes; a meter always takes the same one. */
    static final int COUNT = 4;

    /** Deliveries that may wait in a lane; one more is not acknowledged and comes again. */
    static final int MAX_WAITING = 20_000;

    private final List<ArrayBlockingQueue<Delivery>> queues = new ArrayList<>();
    private final ExecutorService threads;
    private final Batch batch;

    @Activate
    public Lanes(@Reference Intake intake, @Reference SetAside setAside) {
        batch = new Batch(intake, setAside);
        threads = Executors.newFixedThreadPool(COUNT, Threads.named("openprepay-lane-"));
        for (int i = 0; i < COUNT; i++) {
            var queue = new ArrayBlockingQueue<Delivery>(MAX_WAITING);
            queues.add(queue);
            threads.execute(() -> drain(queue));
        }
    }

    @Deactivate
    public void stop() {
        threads.shutdownNow();
        for (var queue : queues) {
            var left = new ArrayList<Delivery>();
            queue.drainTo(left);
            left.forEach(delivery -> delivery.answer().complete(List.of()));
        }
    }

    /**
     * Takes the rows of one message of one meter.
     *
     * @return one verdict a row once they are committed; an empty list when they could not be kept
     *     and must come again
     */
    public CompletionStage<List<Verdict>> deliver(MeterId meter, List<Row> rows) {
        var delivery = new Delivery(rows, new CompletableFuture<>());
        if (!queues.get(Math.floorMod(meter.hashCode(), COUNT)).offer(delivery)) {
            LOG.warn("lane full, delivery refused meter={}", meter);
            delivery.answer().complete(List.of());
        }
        return delivery.answer();
    }

    private void drain(ArrayBlockingQueue<Delivery> queue) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Delivery first = queue.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    batch.accept(collect(first, queue));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | LinkageError e) {
                LOG.error("lane goes on after a failure", e);
            }
        }
    }

    private static List<Delivery> collect(Delivery first, ArrayBlockingQueue<Delivery> queue) {
        var deliveries = new ArrayList<Delivery>();
        deliveries.add(first);
        int rows = first.rows().size();
        for (Delivery next = queue.peek(); next != null; next = queue.peek()) {
            rows += next.rows().size();
            if (rows > Intake.MAX_ROWS) {
                break;
            }
            queue.poll();
            deliveries.add(next);
        }
        return deliveries;
    }

    /** The rows of one message and who waits for their verdicts. */
    record Delivery(List<Row> rows, CompletableFuture<List<Verdict>> answer) {}
}
