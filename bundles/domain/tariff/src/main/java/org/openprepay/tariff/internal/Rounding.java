package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.Decimals;
import org.openprepay.api.Money;

/** How a bill line is rounded. */
record Rounding(int places, RoundingMode mode) {
    static final Rounding FINEST = new Rounding(Money.MAX_PLACES, RoundingMode.HALF_UP);
    private static final Map<String, RoundingMode> MODES =
            Map.of(
                    "half-up", RoundingMode.HALF_UP,
                    "half-even", RoundingMode.HALF_EVEN,
                    "down", RoundingMode.DOWN,
                    "up", RoundingMode.UP);

    /** Written as {@code 2 half-up}; empty when the text is something else. */
    static Optional<Rounding> parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length != 2 || !words[0].matches("[0-6]") || !MODES.containsKey(words[1])) {
            return Optional.empty();
        }
        return Optional.ofNullable(MODES.get(words[1]))
                .map(mode -> new Rounding(Integer.parseInt(words[0]), mode));
    }

    BigDecimal of(BigDecimal amount) {
        return Decimals.plain(amount.setScale(places, mode));
    }
}
