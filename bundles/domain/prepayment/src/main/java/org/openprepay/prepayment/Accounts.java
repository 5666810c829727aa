package org.openprepay.prepayment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.EntryId;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Quantity;
import org.openprepay.api.Slice;
import org.openprepay.ledger.Entry;
import org.openprepay.notices.Notice;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.Tariffs;

/** Accounts of customers and everything a clerk does with them. */
public interface Accounts {
    /** Opens an account and links its meter; the same id and content again is accepted again. */
    Outcome<Account> open(Caller caller, Account account);

    Optional<View> find(Caller caller, AccountId id);

    Slice<View> list(Caller caller, int limit, Optional<String> after);

    /**
     * Takes money or an adjustment. The id is the caller's and unique for ever: the same id and
     * body give the first receipt, another body {@code IDEMPOTENCY_CONFLICT}. The amount is above
     * zero for a tender, not zero for an adjustment, has no more places than the currency, and is
     * in the account's currency. Supply follows in the same transaction.
     */
    Outcome<Receipt> credit(Caller caller, AccountId account, Credit credit);

    /** Undoes a credit once. */
    Outcome<Receipt> reverse(
            Caller caller, AccountId account, EntryId credit, EntryId newId, String why);

    /** Entries of the account, newest first. */
    Slice<Entry> statement(
            Caller caller,
            AccountId account,
            Instant from,
            Instant to,
            int limit,
            Optional<String> after);

    /** The running bill of the current period. */
    List<BillLine> bill(Caller caller, AccountId account);

    /**
     * Accepts emergency credit that is offered; refused with {@code NOT_OFFERED} or {@code
     * ALREADY_USED}.
     */
    Outcome<Receipt> acceptEmergencyCredit(Caller caller, AccountId account, EntryId id);

    Outcome<Protection> protect(Caller caller, AccountId account, Protection protection);

    Outcome<Protection> unprotect(
            Caller caller, AccountId account, String protection, String reason);

    /** Keeps supply on or off whatever the balance, until a time. Administrators only. */
    Outcome<Supply> override(
            Caller caller, AccountId account, Supply.State state, Instant until, String reason);

    /** What money would buy now, in METER_UNITS accounts. */
    Outcome<Tariffs.Quote> quote(Caller caller, AccountId account, Money money);

    /**
     * A sale of units, priced on what was bought this month and posted at once. METER_UNITS only.
     */
    Outcome<Sale> sellUnits(
            Caller caller, AccountId account, EntryId id, Money money, String tender);

    List<Notice> notices(Caller caller, AccountId account, int limit);

    /**
     * @param tender {@code cash}, {@code card}, {@code mobile} …, or {@code adjustment}
     * @param reason required for an adjustment
     */
    record Credit(EntryId id, Money amount, String tender, String reason) {}

    /**
     * @param filled where the money went, in order: {@code debt.x}, {@code emergency}, {@code
     *     wallet}
     */
    record Receipt(
            EntryId entry,
            String number,
            Money amount,
            Map<String, Money> filled,
            Money balance,
            Supply supply) {}

    /** A sale of units. */
    record Sale(EntryId entry, Quantity units, Money paid, List<BillLine> lines) {}

    /**
     * Why an account is not cut.
     *
     * @param kind {@code life-support}, {@code dispute}, {@code moratorium}, {@code
     *     payment-pending}, {@code override}
     */
    record Protection(
            String id, String kind, String reason, Instant from, Optional<Instant> until) {}

    /**
     * Everything about an account.
     *
     * @param balance sum of usable credits that are not borrowed
     * @param credits by kind; {@code emergency} is what is lent, negative
     * @param debts by name, negative
     * @param emergency {@code none}, {@code offered}, {@code in-use}
     * @param daysLeft by the use of the last seven days; empty when unknown
     * @param tariffVersion in force now
     */
    record View(
            Account account,
            String customerName,
            Money balance,
            Map<String, Money> credits,
            Map<String, Money> debts,
            String emergency,
            Optional<BigDecimal> daysLeft,
            Supply supply,
            List<Protection> protections,
            int tariffVersion,
            Optional<Instant> lastReading) {}
}
