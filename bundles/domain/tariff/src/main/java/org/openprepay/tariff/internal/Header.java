package org.openprepay.tariff.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The lines {@code key=value} of {@code pack.properties}, each with its place. */
final class Header {
    static final String FILE = "pack.properties";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** A value and its line, 1-based; 0 when it is the default. */
    record Entry(int line, String value) {}

    static Header parse(String text, Problems problems) {
        var header = new Header();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (equals < 1) {
                problems.add(FILE, i + 1, "expected key=value, found \"" + line + "\"");
                continue;
            }
            String key = line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            if (header.entries.put(key, new Entry(i + 1, value)) != null) {
                problems.add(FILE, i + 1, "the key " + key + " occurs twice");
            }
        }
        return header;
    }

    Entry get(String key, String otherwise) {
        return entries.getOrDefault(key, new Entry(0, otherwise));
    }

    void requireKnown(Set<String> known, String prefix, Problems problems) {
        entries.forEach(
                (key, entry) -> {
                    if (!known.contains(key) && !key.startsWith(prefix)) {
                        problems.add(
                                FILE,
                                entry.line(),
                                "unknown key "
                                        + key
                                        + "; known are "
                                        + String.join(", ", known.stream().sorted().toList())
                                        + " and "
                                        + prefix
                                        + "<charge>");
                    }
                });
    }

    /** The entries whose key begins so, by the rest of the key. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        entries.forEach(
                (key, entry) -> {
                    if (key.startsWith(prefix)) {
                        found.put(key.substring(prefix.length()), entry.value());
                    }
                });
        return found;
    }
}
