package org.openprepay.tariff.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.api.Period;
import org.openprepay.tariff.Accumulated;
import org.openprepay.tariff.BillCodec;
import org.openprepay.tariff.BillLine;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.BillState.Segment;
import org.osgi.service.component.annotations.Component;

/**
 * Version 1: one record a line, fields between tabs; {@code B} the bill, then for each segment
 * {@code S}, its two accumulations {@code A}, and its lines {@code L}.
 */
@Component
public final class TextBillCodec implements BillCodec {
    private static final String FIRST = "B1";

    @Override
    public String write(BillState state) {
        var out = new StringBuilder();
        record(
                out,
                FIRST,
                state.tariff(),
                state.period().start(),
                state.period().end(),
                state.zone(),
                state.from(),
                state.foldedTo(),
                state.days());
        for (Segment segment : state.segments()) {
            record(out, "S", segment.version(), segment.digest(), segment.from());
            write(out, segment.base());
            write(out, segment.usage());
            segment.lines().forEach(line -> write(out, line));
        }
        return out.toString();
    }

    private static void write(StringBuilder out, Accumulated usage) {
        List<Object> fields = new ArrayList<>();
        fields.add("A");
        fields.add(usage.total());
        fields.add(usage.estimated());
        fields.add(usage.days());
        fields.add(usage.peak());
        usage.byBand()
                .forEach(
                        (band, amount) -> {
                            fields.add(band);
                            fields.add(amount);
                        });
        record(out, fields.toArray());
    }

    private static void write(StringBuilder out, BillLine line) {
        record(
                out,
                "L",
                line.key(),
                line.title(),
                line.quantity().map(BigDecimal::toPlainString).orElse(""),
                line.rate().map(BigDecimal::toPlainString).orElse(""),
                line.amount(),
                line.rule());
    }

    private static void record(StringBuilder out, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            String text =
                    fields[i] instanceof BigDecimal number
                            ? number.toPlainString()
                            : String.valueOf(fields[i]);
            out.append(i == 0 ? "" : "\t");
            out.append(
                    text.replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r"));
        }
        out.append('\n');
    }

    @Override
    public BillState read(String text) {
        try {
            List<List<String>> records = text.lines().map(TextBillCodec::fields).toList();
            List<String> first = records.get(0);
            if (!first.get(0).equals(FIRST)) {
                throw new IllegalArgumentException("unknown version " + first.get(0));
            }
            return new BillState(
                    first.get(1),
                    new Period(Instant.parse(first.get(2)), Instant.parse(first.get(3))),
                    first.get(4),
                    Instant.parse(first.get(5)),
                    segments(records),
                    Instant.parse(first.get(6)),
                    Integer.parseInt(first.get(7)));
        } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a checkpoint of a bill: " + e.getMessage(), e);
        }
    }

    private static List<Segment> segments(List<List<String>> records) {
        var segments = new ArrayList<Segment>();
        int next = 1;
        while (next < records.size()) {
            List<String> head = records.get(next);
            Accumulated base = accumulated(records.get(next + 1));
            Accumulated usage = accumulated(records.get(next + 2));
            var lines = new ArrayList<BillLine>();
            next += 3;
            while (next < records.size() && records.get(next).get(0).equals("L")) {
                lines.add(line(records.get(next++)));
            }
            require(head, "S");
            segments.add(
                    new Segment(
                            Integer.parseInt(head.get(1)),
                            head.get(2),
                            Instant.parse(head.get(3)),
                            base,
                            usage,
                            lines));
        }
        return segments;
    }

    private static Accumulated accumulated(List<String> fields) {
        require(fields, "A");
        var bands = new TreeMap<String, BigDecimal>();
        for (int i = 5; i < fields.size(); i += 2) {
            bands.put(fields.get(i), new BigDecimal(fields.get(i + 1)));
        }
        return new Accumulated(
                new BigDecimal(fields.get(1)),
                bands,
                new BigDecimal(fields.get(2)),
                Integer.parseInt(fields.get(3)),
                new BigDecimal(fields.get(4)));
    }

    private static BillLine line(List<String> fields) {
        return new BillLine(
                fields.get(1),
                fields.get(2),
                number(fields.get(3)),
                number(fields.get(4)),
                new BigDecimal(fields.get(5)),
                fields.get(6));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static void require(List<String> fields, String kind) {
        if (!fields.get(0).equals(kind)) {
            throw new IllegalArgumentException(
                    "expected a record " + kind + ", found " + fields.get(0));
        }
    }

    private static List<String> fields(String record) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (c == '\t') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\\') {
                field.append(unescaped(record.charAt(++i)));
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
