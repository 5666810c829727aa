package org.openprepay.store.tx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A small map as lines of {@code name=value}, where a backslash escapes. */
public final class Lines {
    private Lines() {}

    public static String write(Map<String, String> map) {
        var out = new StringBuilder();
        new TreeMap<>(map)
                .forEach(
                        (name, value) ->
                                out.append(escaped(name).replace("=", "\\e"))
                                        .append('=')
                                        .append(escaped(value))
                                        .append('\n'));
        return out.toString();
    }

    public static Map<String, String> read(String text) {
        var map = new LinkedHashMap<String, String>();
        text.lines()
                .forEach(
                        line -> {
                            int border = line.indexOf('=');
                            map.put(
                                    plain(line.substring(0, border)),
                                    plain(line.substring(border + 1)));
                        });
        return map;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\\' ? meant(text.charAt(++i)) : c);
        }
        return out.toString();
    }

    private static char meant(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'e' -> '=';
            default -> escape;
        };
    }
}
