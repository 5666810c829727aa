package org.openprepay.prepayment.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The numbers of a supply policy, from its {@code pack.properties}; amounts are in the account's
 * currency.
 *
 * @param cutAt usable credit at or under this may lead to a cut; above it supply is on
 * @param levels balances at which the customer is warned
 * @param emergencyAmount what is lent at once; zero when nothing is
 * @param emergencyOfferAt usable credit at which it is offered
 * @param friendlyFrom hour from which nobody is cut
 * @param friendlyUntil hour from which cuts are allowed again
 * @param friendlyDays days without cuts, {@code SUNDAY} …
 * @param holidays dates without cuts
 * @param graceHours how long supply stays on after credit is used up
 * @param catchUpLimit a debit above this gives new grace
 * @param catchUpGraceHours how long that is
 * @param noticeBeforeCut no cut before the notice of it was delivered
 * @param debtPercent the most of each top-up that goes to debts
 */
public record Terms(
        BigDecimal cutAt,
        List<WarningLevel> levels,
        BigDecimal emergencyAmount,
        BigDecimal emergencyOfferAt,
        int friendlyFrom,
        int friendlyUntil,
        Set<String> friendlyDays,
        Set<LocalDate> holidays,
        int graceHours,
        BigDecimal catchUpLimit,
        int catchUpGraceHours,
        boolean noticeBeforeCut,
        int debtPercent) {
    public Terms {
        levels = List.copyOf(levels);
        friendlyDays = Set.copyOf(friendlyDays);
        holidays = Set.copyOf(holidays);
    }
}
