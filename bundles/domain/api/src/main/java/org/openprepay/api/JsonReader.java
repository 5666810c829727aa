package org.openprepay.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads back what {@link Json} wrote, so that proofs can be recomputed. Numbers and the words true
 * and false stay text; objects are maps, arrays are lists. Input from outside is read elsewhere.
 */
public final class JsonReader {
    private static final int MAX_DEPTH = 16;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * The object that this text is.
     *
     * @throws IllegalArgumentException when the text is not one JSON object
     */
    public static Map<String, Object> object(String text) {
        var reader = new JsonReader(text);
        Map<String, Object> object = reader.members();
        reader.space();
        if (reader.at != text.length()) {
            throw reader.broken("the end");
        }
        return object;
    }

    private Object value() {
        space();
        char next = peek();
        if (next == '{') {
            return members();
        }
        if (next == '[') {
            return items();
        }
        return next == '"' ? string() : word();
    }

    private Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        open('{');
        while (!closes('}', members.isEmpty())) {
            space();
            String name = string();
            space();
            expect(':');
            members.put(name, value());
        }
        return members;
    }

    private List<Object> items() {
        var items = new ArrayList<>();
        open('[');
        while (!closes(']', items.isEmpty())) {
            items.add(value());
        }
        return items;
    }

    private void open(char bracket) {
        space();
        expect(bracket);
        if (++depth > MAX_DEPTH) {
            throw broken("fewer brackets");
        }
    }

    private boolean closes(char bracket, boolean first) {
        space();
        if (peek() == bracket) {
            at++;
            depth--;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String string() {
        expect('"');
        var out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        switch (c) {
            case 'u':
                if (at + 4 > text.length()) {
                    throw broken("four digits");
                }
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            default:
                return c;
        }
    }

    private String word() {
        int from = at;
        while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw broken("a value");
        }
        return text.substring(from, at);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw broken(String.valueOf(wanted));
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken("more text");
        }
        return text.charAt(at);
    }

    private IllegalArgumentException broken(String wanted) {
        return new IllegalArgumentException("not JSON: wanted " + wanted + " at " + at);
    }
}
