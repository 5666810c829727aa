package org.openprepay.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The recorded half hours of a real household; source and licence: {@code london/README.md}. */
final class London {
    private static final String FILE = "/london/london-household-half-hourly.csv";

    private London() {}

    static List<BigDecimal> halfHours() {
        try (InputStream file = London.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the bundle lacks " + FILE);
            }
            var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return lines.lines()
                    .skip(1)
                    .map(line -> new BigDecimal(line.substring(line.indexOf(',') + 1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
