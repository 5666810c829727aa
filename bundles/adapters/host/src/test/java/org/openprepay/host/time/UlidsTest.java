package org.openprepay.host.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class UlidsTest {
    @Test
    void idsAreUniqueAndSortByTime() {
        var early = new Ulids(() -> Instant.parse("2026-01-01T00:00:00Z"));
        var late = new Ulids(() -> Instant.parse("2026-01-01T00:00:00.001Z"));
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            seen.add(early.next());
        }
        assertEquals(10_000, seen.size());
        String next = late.next();
        assertEquals(26, next.length());
        assertTrue(seen.stream().allMatch(id -> id.compareTo(next) < 0));
    }

    @Test
    void theTimePartIsCrockfordsBase32() {
        assertTrue(
                new Ulids(() -> Instant.ofEpochMilli(1469918176385L))
                        .next()
                        .startsWith("01ARYZ6S41"));
    }
}
