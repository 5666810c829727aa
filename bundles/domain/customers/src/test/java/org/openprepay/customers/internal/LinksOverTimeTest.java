package org.openprepay.customers.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.customers.MeterLink;

class LinksOverTimeTest {
    private static final Caller CLERK = Caller.system("test");
    private static final MeterId METER = new MeterId("0042");

    private final CustomerDesk desk =
            new CustomerDesk(new DirectTransactions(), new FakeCustomerStore());

    private static Instant day(int day) {
        return Instant.EPOCH.plusSeconds(day * 86_400L);
    }

    @Property(tries = 200)
    @Tag("ACCT-04")
    void noTwoLinksEverHoldAtOnce(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 30) Integer> starts,
            @ForAll @IntRange(min = 1, max = 10) int length) {
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i);
            desk.link(CLERK, link("A-" + i, day(from), day(from + length)));
        }
        List<MeterLink> links = desk.links(Set.of(METER)).getOrDefault(METER, List.of());
        for (int day = 0; day <= 40; day++) {
            Instant at = day(day);
            assertTrue(links.stream().filter(link -> link.holdsAt(at)).count() <= 1);
        }
    }

    private static MeterLink link(String account, Instant from, Instant to) {
        return new MeterLink(METER, new AccountId(account), from, Optional.of(to));
    }
}
