package org.openprepay.ledger.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openprepay.api.JsonReader;
import org.openprepay.ledger.Book;

/** Reads from a charge's proof what each bill line brought: after minus before. */
final class ProofLines {
    private ProofLines() {}

    /** Empty when the proof tells no lines. */
    static SortedMap<Book, BigDecimal> byBook(String proof) {
        SortedMap<Book, BigDecimal> sums = new TreeMap<>();
        if (proof.isEmpty()) {
            return sums;
        }
        Map<String, Object> fields = JsonReader.object(proof);
        String pack = String.valueOf(fields.getOrDefault("pack", "unknown"));
        if (fields.get("lines") instanceof List<?> lines) {
            lines.forEach(line -> add(sums, pack, (Map<?, ?>) line));
        }
        return sums;
    }

    private static void add(SortedMap<Book, BigDecimal> sums, String pack, Map<?, ?> line) {
        BigDecimal change = number(line, "after").subtract(number(line, "before"));
        if (change.signum() != 0) {
            Book book = Book.revenue(pack, String.valueOf(line.get("key")));
            sums.merge(book, change, BigDecimal::add);
        }
    }

    private static BigDecimal number(Map<?, ?> line, String name) {
        return new BigDecimal(String.valueOf(line.get(name)));
    }
}
