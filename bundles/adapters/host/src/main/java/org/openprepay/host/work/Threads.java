package org.openprepay.host.work;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.openprepay.api.Schedule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few threads that everything recurring shares. */
@Component
public final class Threads implements Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final int COUNT = 8;
    private static final long PATIENCE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor pool;

    @Activate
    public Threads() {
        pool = new ScheduledThreadPoolExecutor(COUNT, named("openprepay-work-"));
        pool.setRemoveOnCancelPolicy(true);
    }

    @Deactivate
    public void stop() {
        pool.shutdownNow();
    }

    @Override
    public Running every(String name, Duration period, Runnable work) {
        var turn = new ReentrantLock();
        ScheduledFuture<?> future =
                pool.scheduleWithFixedDelay(
                        () -> once(name, work, turn), 0, period.toMillis(), TimeUnit.MILLISECONDS);
        return () -> end(name, future, turn);
    }

    private static void once(String name, Runnable work, ReentrantLock turn) {
        turn.lock();
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("work failed and will run again name={}", name, e);
        } finally {
            turn.unlock();
        }
    }

    private static void end(String name, ScheduledFuture<?> future, ReentrantLock turn) {
        future.cancel(false);
        try {
            if (turn.isHeldByCurrentThread() || turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                turn.unlock();
            } else {
                LOG.warn("work still runs after its end name={}", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Daemon threads with this name and a number. */
    static ThreadFactory named(String prefix) {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
