package org.openprepay.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One invented household of the demo.
 *
 * @param first where in the London year its meter begins, as an index of half hours
 * @param scale its use against the real household's
 */
record Household(
        String number,
        String name,
        String phone,
        String place,
        BigDecimal latitude,
        BigDecimal longitude,
        String tariff,
        String credit,
        int first,
        BigDecimal scale) {
    private static final String TABLE = "/demo/households.csv";

    static List<Household> all() {
        try (InputStream table =
                Objects.requireNonNull(Household.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Household::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Household of(String line) {
        String[] cell = line.split(",");
        return new Household(
                cell[0],
                cell[1],
                cell[2],
                cell[3],
                new BigDecimal(cell[4]),
                new BigDecimal(cell[5]),
                cell[6],
                cell[7],
                Integer.parseInt(cell[8]),
                new BigDecimal(cell[9]));
    }
}
