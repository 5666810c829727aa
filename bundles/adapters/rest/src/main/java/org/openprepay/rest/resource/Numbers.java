package org.openprepay.rest.resource;

import org.openprepay.rest.http.Problem;

/** Numbers in addresses. */
final class Numbers {
    private static final int MAX_DIGITS = 18;

    private Numbers() {}

    static long id(String text) {
        if (!text.matches("\\d{1," + MAX_DIGITS + "}")) {
            throw Problem.unknown("number", text);
        }
        return Long.parseLong(text);
    }
}
