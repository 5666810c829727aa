package org.openprepay.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.internal.LedgerService;
import org.openprepay.store.database.StoreSettings;
import org.openprepay.store.database.StoreSettings.Identity;

/** A bare process that posts entries until it is killed, naming each once it is committed. */
final class Poster {
    static final AccountId ACCOUNT = new AccountId("killed");
    private static final Caller CALLER = Caller.system("poster");
    private static final int BATCH = 3;

    private Poster() {}

    static List<String> arguments(StoreSettings settings, int round) {
        return List.of(
                settings.url(),
                settings.owner().user(),
                settings.owner().password(),
                settings.application().user(),
                settings.application().password(),
                settings.data().toString(),
                "r" + round);
    }

    public static void main(String[] a) {
        var settings =
                new StoreSettings(
                        a[0], new Identity(a[1], a[2]), new Identity(a[3], a[4]), Path.of(a[5]), 4);
        var store = StandaloneStore.open(settings, InstantSource.system());
        var ledger = new LedgerService(store.ledger(), store.transactions());
        new Thread(() -> post(ledger, a[6] + ".one.")).start();
        post(ledger, a[6] + ".two.");
    }

    /** One write a line, since the two threads share the stream. */
    private static void post(LedgerService ledger, String prefix) {
        for (int i = 0; ; i += BATCH) {
            List<Entry> entries =
                    IntStream.range(i, i + BATCH)
                            .mapToObj(n -> Fixtures.credit(prefix + n, ACCOUNT, "1"))
                            .toList();
            ledger.post(CALLER, entries).orThrow();
            StringBuilder told = new StringBuilder();
            entries.forEach(entry -> told.append("done ").append(entry.id()).append('\n'));
            System.out.print(told);
            System.out.flush();
        }
    }
}
