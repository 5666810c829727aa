package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.openprepay.api.Commodity;

/**
 * What Java needs to know of a tariff beside its rules.
 *
 * @param tiers limits of usage in a period, ascending
 * @param carry whether a version that begins in mid-period counts on from the usage so far
 * @param limits every usage at which a price may change, ascending
 * @param rows the table rows by the name of the rule that is made from each
 * @param titles what the customer reads instead of the name of a rule written by hand
 */
record TariffPack(
        String name,
        String currency,
        Commodity commodity,
        List<BigDecimal> tiers,
        boolean carry,
        Rounding rounding,
        Calendar calendar,
        List<BigDecimal> limits,
        Map<String, PriceRow> rows,
        Map<String, String> titles) {
    TariffPack {
        tiers = List.copyOf(tiers);
        limits = List.copyOf(limits);
        titles = Map.copyOf(titles);
        rows = Map.copyOf(rows);
    }

    /** What a table says about the rule made from one of its rows. */
    record PriceRow(String key, String title, int position) {}

    /** The charge of a rule: its row in a table, or for a rule written by hand its own name. */
    PriceRow charge(String rule) {
        return rows.getOrDefault(
                rule, new PriceRow(rule, titles.getOrDefault(rule, rule), rows.size()));
    }
}
