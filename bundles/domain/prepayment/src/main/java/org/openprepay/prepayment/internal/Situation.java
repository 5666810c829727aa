package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.openprepay.api.Money;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Posting;
import org.openprepay.prepayment.Account;
import org.openprepay.prepayment.Accounts.Protection;
import org.openprepay.prepayment.PrepaymentStore.Desk;
import org.openprepay.prepayment.facts.Standing;
import org.openprepay.prepayment.facts.Terms;

/**
 * One locked account as it will be at the end of the transaction.
 *
 * @param wallet what can be used, with what is lent
 * @param lent below zero while emergency credit is in use
 * @param debit what was charged in this transaction
 */
record Situation(
        Account account,
        Desk desk,
        Money wallet,
        Money lent,
        Money debit,
        List<Protection> protections) {
    Money balance() {
        return wallet.plus(lent);
    }

    /** After these postings, of which those of other accounts' books don't count. */
    Situation after(List<Posting> postings) {
        Money nextWallet = wallet;
        Money nextLent = lent;
        for (Posting posting : postings) {
            if (posting.book().equals(Book.wallet(account.id()))) {
                nextWallet = nextWallet.plus(posting.amount());
            } else if (posting.book().equals(Book.emergency(account.id()))) {
                nextLent = nextLent.plus(posting.amount());
            }
        }
        return new Situation(account, desk, nextWallet, nextLent, debit, protections);
    }

    Situation charged(Money amount) {
        return new Situation(
                account, desk, wallet.minus(amount), lent, debit.plus(amount), protections);
    }

    Situation at(Desk next) {
        return new Situation(account, next, wallet, lent, debit, protections);
    }

    Situation guarded(List<Protection> next) {
        return new Situation(account, desk, wallet, lent, debit, next);
    }

    boolean below(Terms terms) {
        return wallet.amount().compareTo(terms.cutAt()) <= 0;
    }

    String emergency() {
        if (lent.signum() < 0) {
            return "in-use";
        }
        return desk.emergency().equals("in-use") ? "none" : desk.emergency();
    }

    Standing standing(Terms terms, Instant now) {
        ZonedDateTime local = now.atZone(account.zone());
        boolean below = below(terms);
        long hours =
                new Marks(desk.levels())
                        .since(Marks.BELOW)
                        .map(since -> Duration.between(since, now).toHours())
                        .orElse(0L);
        return new Standing(
                balance().amount(),
                wallet.amount(),
                debit.amount().max(BigDecimal.ZERO),
                emergency(),
                desk.supply().wanted().name(),
                local.getHour(),
                local.getDayOfWeek().name(),
                terms.holidays().contains(local.toLocalDate()),
                below,
                below ? hours : 0,
                below && desk.graceUntil().isPresent(),
                below && desk.graceUntil().map(until -> !now.isBefore(until)).orElse(false));
    }
}
