package org.openprepay.rulebook;

import java.time.Instant;

/**
 * One dated, published state of a pack.
 *
 * @param number 1, 2, 3 … within the pack
 * @param effective utility time from which it prices
 * @param author who published it
 */
public record PackVersion(
        String pack,
        int number,
        String kind,
        String title,
        String digest,
        Instant effective,
        String author) {}
