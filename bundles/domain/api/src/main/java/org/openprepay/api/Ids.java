package org.openprepay.api;

/**
 * What every id must look like, so that it is safe in a URL, a topic, a file name and a log line.
 */
final class Ids {
    static final int MAX_LENGTH = 96;

    private Ids() {}

    static void check(String kind, String value) {
        if (value.isEmpty()
                || value.length() > MAX_LENGTH
                || !value.chars().allMatch(Ids::allowed)) {
            throw new IllegalArgumentException(
                    kind
                            + " must be 1 to "
                            + MAX_LENGTH
                            + " letters, digits, or any of - _ . : ~ but is \""
                            + shown(value)
                            + "\"");
        }
    }

    private static boolean allowed(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "-_.:~".indexOf(c) >= 0;
    }

    private static String shown(String value) {
        return value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + "…";
    }
}
