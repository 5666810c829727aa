package org.openprepay.itests.shipped;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ACCT-04")
@Tag("REL-05")
@Tag("REL-09")
class KillIT {
    private static final int CLIENTS = 2;
    private static final int ANSWERS = 120;

    @TempDir Path folder;

    @Test
    void aServerKilledInMidWorkLosesNothingItAcknowledgedAndTakesRepeatsOnce()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Work work;
        try (Server first = Server.start(folder)) {
            Clerk clerk = FirstSignIn.changePassword(first);
            Household household = Household.open(clerk);
            work = new Work(household);
            work.credit(clerk, new BigDecimal("1000.00"));
            work.reading(clerk, household.begin());
            killInMidWork(first, clerk, work);
            try (Server second = first.again()) {
                clerk = settled(second, work);
                killInMidWork(second, clerk, work);
                try (Server third = second.again()) {
                    settled(third, work);
                }
            }
        }
    }

    private static Clerk settled(Server server, Work work)
            throws IOException, InterruptedException {
        Clerk clerk = FirstSignIn.again(server);
        work.repeat(clerk);
        Books.agree(clerk, work);
        return clerk;
    }

    private static void killInMidWork(Server server, Clerk clerk, Work work)
            throws InterruptedException, ExecutionException, TimeoutException {
        var answers = new CountDownLatch(ANSWERS);
        Callable<Void> client =
                () -> {
                    work.untilCutOff(clerk, answers);
                    return null;
                };
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Void>> clients =
                Stream.generate(() -> client).limit(CLIENTS).map(threads::submit).toList();
        boolean busy = answers.await(30, TimeUnit.SECONDS);
        server.kill();
        threads.shutdown();
        for (Future<Void> each : clients) {
            each.get(60, TimeUnit.SECONDS);
        }
        assertTrue(busy, "the server answered while clients worked");
        assertTrue(work.lost() > 0, "an answer was lost");
    }
}
