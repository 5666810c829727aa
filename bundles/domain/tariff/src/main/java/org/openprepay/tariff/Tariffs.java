package org.openprepay.tariff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.openprepay.api.Money;
import org.openprepay.api.Outcome;
import org.openprepay.api.Period;
import org.openprepay.api.Quantity;
import org.openprepay.api.UsageInterval;

/** Prices usage by the published packs. Pure of effects: the caller keeps the states and posts. */
public interface Tariffs {
    /** The billing period that holds an instant. */
    Period period(String tariff, ZoneId zone, Instant at);

    /**
     * An empty running bill of an account from an instant on. Refused with {@code UNKNOWN_TARIFF}
     * when no version of the pack is in force.
     */
    Outcome<BillState> open(String tariff, ZoneId zone, Instant from);

    /**
     * Folds intervals that follow each other in time order and start inside the state's period and
     * not before its {@code foldedTo}. The same intervals, in whatever grouping, end in the same
     * state.
     *
     * @throws org.openprepay.rulebook.CompiledRules.RuleFailure when rules fail; nothing is priced
     */
    Priced fold(BillState before, List<UsageInterval> next);

    /** Folds the whole period anew, keeping the versions that priced it and the days recognised. */
    Priced refold(BillState before, List<UsageInterval> all);

    /**
     * Recognises daily charges up to the civil day that holds this instant; again changes nothing.
     */
    Priced accrue(BillState before, Instant at);

    /**
     * The most units money buys on top of this state, to three places, with the lines they cost.
     */
    Outcome<Quote> quote(BillState before, Money money);

    /** Adds bought units to the state, as if used at this instant. */
    Priced purchase(BillState before, Quantity units, Instant at);

    /** The tariff's currency at an instant. */
    Outcome<String> currency(String tariff, Instant at);

    /** Money into units. */
    record Quote(Quantity units, Money price, Money change, List<BillLine> lines) {
        public Quote {
            lines = List.copyOf(lines);
        }
    }
}
