package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openprepay.rules.drools.RuleText.Finding;

/** Refuses, before any parser sees it, what could hide code from readers or choke the parser. */
final class TextGuard {
    static final int MAX_LINES = 20_000;
    static final int MAX_NESTING = 12;
    private static final Pattern HUGE_EXPONENT = Pattern.compile("\\d\\.?[eE][+-]?\\d{3,}");

    private TextGuard() {}

    static List<Finding> check(String text) {
        List<Finding> found = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        if (lines.length > MAX_LINES) {
            return List.of(
                    new Finding(
                            0, "", "has more than " + MAX_LINES + " lines; split it into packs"));
        }
        for (int i = 0; i < lines.length; i++) {
            checkLine(found, i + 1, lines[i]);
        }
        checkNesting(found, text);
        return found;
    }

    private static void checkLine(List<Finding> found, int line, String text) {
        if (text.contains("\\u")) {
            add(found, line, "unicode escapes are not allowed; write the character itself");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\r')) {
            add(found, line, "control characters are not allowed; delete them");
        }
        if (HUGE_EXPONENT.matcher(text).find()) {
            add(found, line, "numbers with such an exponent are not allowed; write the digits");
        }
    }

    private static void checkNesting(List<Finding> found, String text) {
        int depth = 0;
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth > MAX_NESTING) {
                add(found, line, "brackets are nested too deeply; split the rule in two");
                return;
            }
        }
    }

    private static void add(List<Finding> found, int line, String message) {
        found.add(new Finding(line, "", message));
    }
}
