package org.openprepay.api;

import java.util.Map;

/**
 * Writes the small flat JSON objects of outbox payloads and proofs; reading is the adapters' work.
 */
public final class Json {
    private Json() {}

    /** An object of strings, numbers, booleans, maps and iterables, in the map's order. */
    public static String object(Map<String, ?> fields) {
        var out = new StringBuilder();
        write(out, fields);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (var field : map.entrySet()) {
                out.append(separator);
                quote(out, String.valueOf(field.getKey()));
                out.append(':');
                write(out, field.getValue());
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> items) {
            String separator = "[";
            out.append(items.iterator().hasNext() ? "" : "[");
            for (Object item : items) {
                out.append(separator);
                write(out, item);
                separator = ",";
            }
            out.append(']');
        } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else {
            quote(out, String.valueOf(value));
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
