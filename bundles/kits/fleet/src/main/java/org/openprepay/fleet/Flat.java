package org.openprepay.fleet;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A flat JSON object of texts and whole numbers, which is all that a meter is ever sent. */
record Flat(Map<String, String> fields) {
    private static final Pattern OBJECT = Pattern.compile("\\s*\\{(.*)}\\s*", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("\\s*\"(\\w+)\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|(\\d{1,16}))\\s*(?:,|$)");

    /** No fields at all when the text is anything else. */
    static Flat of(String json) {
        Matcher object = OBJECT.matcher(json);
        var fields = new HashMap<String, String>();
        if (object.matches()) {
            Matcher field = FIELD.matcher(object.group(1));
            while (field.lookingAt()) {
                String text = field.group(2);
                fields.put(field.group(1), text == null ? field.group(3) : text);
                field.region(field.end(), object.group(1).length());
            }
        }
        return new Flat(fields);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    long number(String name) {
        String digits = text(name);
        return digits.matches("\\d{1,16}") ? Long.parseLong(digits) : 0;
    }
}
