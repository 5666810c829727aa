package org.openprepay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Ledger;
import org.openprepay.store.database.StoreSettings;

/** Kills a posting process again and again; {@code -Dkill.rounds=18} is the full proof. */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);
    private static final int ENTRIES_BEFORE_KILL = 60;

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("REL-05")
    void noAcknowledgedEntryIsLostOrDoubledByAKill(Databases kind) throws Exception {
        StoreSettings settings = kind.fresh();
        Set<EntryId> acknowledged = new HashSet<>();
        for (int round = 1; round <= ROUNDS; round++) {
            acknowledged.addAll(postUntilKilled(settings, round));
        }
        assertTrue(acknowledged.size() >= ROUNDS * ENTRIES_BEFORE_KILL);
        try (var store = Databases.open(settings)) {
            verify(store, acknowledged);
        }
    }

    /** Every entry is worth 1, so the wallet tells how many there are. */
    private static void verify(StandaloneStore store, Set<EntryId> acknowledged) {
        Set<EntryId> kept = store.ledger().find(acknowledged).keySet();
        assertEquals(acknowledged, kept, "an acknowledged entry was lost");
        Book wallet = Book.wallet(Poster.ACCOUNT);
        var sums = store.ledger().sums();
        assertEquals(
                Money.zero("KES"),
                sums.stream().map(Ledger.TrialLine::balance).reduce(Money::plus).orElseThrow());
        assertEquals(
                sums.stream().filter(line -> line.book().equals(wallet)).toList(),
                List.of(
                        new Ledger.TrialLine(
                                wallet, store.ledger().balances(Set.of(wallet)).get(wallet))));
        assertEquals(
                store.ledger()
                        .entries(
                                wallet.path(),
                                Fixtures.NOON,
                                Fixtures.NOON.plusNanos(1),
                                1_000_000,
                                Optional.empty())
                        .size(),
                store.ledger().balances(Set.of(wallet)).get(wallet).amount().intValueExact());
    }

    private static List<EntryId> postUntilKilled(StoreSettings settings, int round)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                System.getProperty("java.home") + "/bin/java",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Poster.class.getName()));
        command.addAll(Poster.arguments(settings, round));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(
                                new File(settings.data().toFile(), "poster" + round + ".err"))
                        .start();
        try (BufferedReader told = process.inputReader()) {
            return acknowledged(process, told);
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
    }

    /**
     * Kills in the middle of the work, then reads what it had told before; by its handle, since the
     * process itself would close its stream.
     */
    private static List<EntryId> acknowledged(Process process, BufferedReader told)
            throws IOException {
        var ids = new ArrayList<EntryId>();
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            if (line.matches("done r\\d+\\.(one|two)\\.\\d+")) {
                ids.add(new EntryId(line.substring("done ".length())));
            }
            if (ids.size() == ENTRIES_BEFORE_KILL) {
                process.toHandle().destroyForcibly();
            }
        }
        return ids;
    }
}
