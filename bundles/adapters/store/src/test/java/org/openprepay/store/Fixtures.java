package org.openprepay.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.openprepay.api.AccountId;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Posting;

/** Values that the contract tests share. */
final class Fixtures {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final AtomicLong COUNT = new AtomicLong();

    private Fixtures() {}

    /** An id that no other test uses. */
    static String fresh(String prefix) {
        return prefix + COUNT.incrementAndGet();
    }

    static AccountId account() {
        return new AccountId(fresh("A"));
    }

    static Entry credit(String id, AccountId account, String amount) {
        return entry(id, "credit", Book.wallet(account), Book.tender("cash"), amount);
    }

    static Entry charge(String id, AccountId account, String amount) {
        return entry(id, "charge", Book.CHARGES, Book.wallet(account), amount);
    }

    static Entry entry(String id, String kind, Book to, Book from, String amount) {
        Money money = Money.of("KES", amount);
        return new Entry(
                new EntryId(id),
                NOON,
                kind,
                "Überweisung ✓",
                List.of(new Posting(to, money), new Posting(from, money.negated())),
                Optional.empty(),
                "{}",
                "test");
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static <T> T in(StandaloneStore store, Supplier<T> body) {
        return store.transactions().run(() -> Outcome.accepted(body.get())).orThrow();
    }

    static void doing(StandaloneStore store, Runnable body) {
        in(
                store,
                () -> {
                    body.run();
                    return true;
                });
    }

    /** Runs the same work on many threads that begin together. */
    static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        var begin = new CountDownLatch(1);
        List<FutureTask<T>> tasks =
                IntStream.range(0, threads)
                        .mapToObj(
                                i ->
                                        new FutureTask<>(
                                                () -> {
                                                    begin.await();
                                                    return work.call();
                                                }))
                        .toList();
        tasks.forEach(task -> new Thread(task).start());
        begin.countDown();
        var results = new ArrayList<T>();
        for (FutureTask<T> task : tasks) {
            results.add(task.get(60, TimeUnit.SECONDS));
        }
        return results;
    }
}
