package org.openprepay.prepayment.facts;

import java.math.BigDecimal;

/**
 * Where an account stands when supply is decided; amounts are in its currency, times are those of
 * its zone.
 *
 * @param balance what is the customer's own, without what is lent
 * @param usable what can be used now, with emergency credit in use
 * @param debit what was charged at once just now; zero when nothing was
 * @param emergency {@code none}, {@code offered} or {@code in-use}
 * @param wanted supply wanted until now: {@code ON}, {@code OFF}, {@code LIMITED}, {@code ARMED}
 * @param hour 0 to 23
 * @param dayOfWeek {@code MONDAY} to {@code SUNDAY}
 * @param holiday the day is in the policy's list of holidays
 * @param below usable credit is at or under the policy's {@code cut-at}
 * @param hoursBelow full hours since it came there
 * @param graceBegun grace was given since it came there
 * @param graceOver that grace is over
 */
public record Standing(
        BigDecimal balance,
        BigDecimal usable,
        BigDecimal debit,
        String emergency,
        String wanted,
        int hour,
        String dayOfWeek,
        boolean holiday,
        boolean below,
        long hoursBelow,
        boolean graceBegun,
        boolean graceOver) {}
