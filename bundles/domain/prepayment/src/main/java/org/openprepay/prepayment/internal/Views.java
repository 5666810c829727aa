package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.Money;
import org.openprepay.api.Slice;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.Customer;
import org.openprepay.customers.Customers;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Ledger;
import org.openprepay.ledger.Posting;
import org.openprepay.metering.Metering;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts.Protection;
import org.openprepay.prepayment.Accounts.View;
import org.openprepay.prepayment.PrepaymentStore;
import org.openprepay.prepayment.PrepaymentStore.Desk;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.Rulebook;

/** Shows an account as it stands, inside a read. */
final class Views {
    private static final int DAYS = 7;

    /** Pages of a week's entries that are read for the days left. */
    private static final int MAX_PAGES = 4;

    private final PrepaymentStore store;
    private final Customers customers;
    private final Ledger ledger;
    private final Metering metering;
    private final Rulebook rulebook;
    private final UtilityClock clock;

    Views(
            PrepaymentStore store,
            Customers customers,
            Ledger ledger,
            Metering metering,
            Rulebook rulebook,
            UtilityClock clock) {
        this.store = store;
        this.customers = customers;
        this.ledger = ledger;
        this.metering = metering;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    View of(Caller caller, Account account, boolean withDaysLeft) {
        AccountId id = account.id();
        String prefix = "account/" + id + "/";
        Map<String, Money> kinds = new TreeMap<>();
        ledger.under(prefix)
                .forEach((book, sum) -> kinds.put(book.path().substring(prefix.length()), sum));
        kinds.putIfAbsent("wallet", Money.zero(account.currency()));
        Map<String, Money> credits = some(kinds, kind -> !kind.startsWith("debt."));
        credits.values().removeIf(sum -> sum.signum() == 0);
        credits.putIfAbsent("wallet", Money.zero(account.currency()));
        Map<String, Money> debts = some(kinds, kind -> kind.startsWith("debt."));
        Money balance =
                credits.values().stream().reduce(Money.zero(account.currency()), Money::plus);
        Desk desk = Objects.requireNonNull(store.desks(List.of(id)).get(id));
        return new View(
                account,
                customers.find(caller, account.customer()).map(Customer::name).orElse(""),
                balance,
                credits,
                debts,
                desk.emergency(),
                withDaysLeft ? daysLeft(account, balance) : Optional.empty(),
                desk.supply(),
                protections(id),
                rulebook.inForce(account.tariff(), clock.instant())
                        .map(PackVersion::number)
                        .orElse(0),
                Optional.ofNullable(
                        metering.lastReadings(Set.of(account.meter())).get(account.meter())));
    }

    private List<Protection> protections(AccountId id) {
        Instant now = clock.instant();
        return store.protections(id).stream()
                .filter(each -> each.until().map(now::isBefore).orElse(true))
                .sorted(Comparator.comparing(Protection::from))
                .toList();
    }

    private static Map<String, Money> some(Map<String, Money> kinds, Predicate<String> wanted) {
        Map<String, Money> some = new TreeMap<>(kinds);
        some.keySet().removeIf(kind -> !wanted.test(kind));
        return some;
    }

    private Optional<BigDecimal> daysLeft(Account account, Money balance) {
        Instant now = clock.instant();
        Instant week = now.minus(Duration.ofDays(DAYS));
        Instant from = account.opened().isAfter(week) ? account.opened() : week;
        BigDecimal used = used(Book.wallet(account.id()), from, now);
        BigDecimal hours = BigDecimal.valueOf(Duration.between(from, now).toHours());
        if (used.signum() <= 0 || hours.signum() <= 0 || balance.signum() < 0) {
            return Optional.empty();
        }
        BigDecimal days =
                balance.amount()
                        .multiply(hours)
                        .divide(used.multiply(BigDecimal.valueOf(24)), 1, RoundingMode.HALF_EVEN);
        return Optional.of(days);
    }

    private BigDecimal used(Book wallet, Instant from, Instant to) {
        BigDecimal sum = BigDecimal.ZERO;
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MAX_PAGES; page++) {
            Slice<Entry> slice =
                    ledger.statement(wallet.path(), from, to.plusNanos(1), Slice.MAX, after);
            for (Entry entry : slice.items()) {
                sum = sum.add(charged(entry, wallet));
            }
            after = slice.next();
            if (after.isEmpty()) {
                break;
            }
        }
        return sum;
    }

    private static BigDecimal charged(Entry entry, Book wallet) {
        if (!Set.of("charge", "correction").contains(entry.kind())) {
            return BigDecimal.ZERO;
        }
        return entry.postings().stream()
                .filter(posting -> posting.book().equals(wallet))
                .map(Posting::amount)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::subtract);
    }
}
