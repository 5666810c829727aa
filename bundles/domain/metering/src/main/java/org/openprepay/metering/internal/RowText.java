package org.openprepay.metering.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Row;

/** A row as one line for people, which can be read back: its words, percent-encoded. */
final class RowText {
    private static final int MAX_WORD = 64;
    private static final int MAX_LINE = 60_000;

    private RowText() {}

    static String of(Row row) {
        String line =
                row instanceof Row.Register register
                        ? words("register", register, register.at(), register.value())
                        : profile((Row.Profile) row);
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE);
    }

    private static String profile(Row.Profile row) {
        String values =
                row.values().stream().map(BigDecimal::toString).collect(Collectors.joining(","));
        return words("profile", row, row.start(), values) + " " + row.interval();
    }

    private static String words(String kind, Row row, Instant at, Object value) {
        return String.join(
                " ",
                kind,
                word(row.register()),
                at.toString(),
                value.toString(),
                word(row.unit()),
                word(row.source()));
    }

    private static String word(String text) {
        return URLEncoder.encode(cut(text), UTF_8);
    }

    private static String cut(String text) {
        return text.length() <= MAX_WORD ? text : text.substring(0, MAX_WORD);
    }

    /** A foreign word as a message may show it. */
    static String shown(String text) {
        return '"' + cut(text).replaceAll("\\p{Cntrl}", "?") + '"';
    }

    /** The row that was written so; empty when it was too long to be kept whole. */
    static Optional<Row> read(MeterId meter, String line) {
        String[] words = line.split(" ", -1);
        try {
            return switch (words[0]) {
                case "register" -> Optional.of(register(meter, words));
                case "profile" -> Optional.of(profile(meter, words));
                default -> Optional.empty();
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException cut) {
            return Optional.empty();
        }
    }

    private static Row register(MeterId meter, String[] words) {
        return new Row.Register(
                meter,
                URLDecoder.decode(words[1], UTF_8),
                Instant.parse(words[2]),
                new BigDecimal(words[3]),
                URLDecoder.decode(words[4], UTF_8),
                URLDecoder.decode(words[5], UTF_8));
    }

    private static Row profile(MeterId meter, String[] words) {
        List<BigDecimal> values =
                words[3].isEmpty()
                        ? List.of()
                        : Arrays.stream(words[3].split(",")).map(BigDecimal::new).toList();
        return new Row.Profile(
                meter,
                URLDecoder.decode(words[1], UTF_8),
                Instant.parse(words[2]),
                Duration.parse(words[6]),
                values,
                URLDecoder.decode(words[4], UTF_8),
                URLDecoder.decode(words[5], UTF_8));
    }
}
