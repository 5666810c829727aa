package org.openprepay.host.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openprepay.api.Schedule;

class PacedClockTest {
    private static final Schedule NEVER = (name, period, work) -> () -> {};
    private static final Instant WALL = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir Path folder;
    private Instant now = WALL;

    @Test
    void anAcceleratedClockStandsStillWhileTheServerIsDown() {
        PacedClock first = clock(300, "2026-03-10T08:00:00Z");
        now = WALL.plusSeconds(10);
        assertEquals(Instant.parse("2026-03-10T08:50:00Z"), first.instant());
        first.stop();
        now = WALL.plusSeconds(86_400);
        assertEquals(
                Instant.parse("2026-03-10T08:50:00Z"),
                clock(300, "2026-03-10T08:00:00Z").instant());
    }

    @Test
    void itNeverGoesBackWhenTheWallClockJumpsBack() {
        PacedClock real = clock(1, "");
        now = WALL.plusSeconds(100);
        assertEquals(now, real.instant());
        now = WALL.minusSeconds(3_600);
        assertEquals(WALL.plusSeconds(100), real.instant());
        PacedClock paced = clock(300, "2026-03-10T08:00:00Z");
        Instant before = paced.instant();
        now = WALL.minusSeconds(7_200);
        assertEquals(before, paced.instant());
    }

    @Test
    void aDamagedFileStopsTheStartInsteadOfBillingFromAWrongTime() throws Exception {
        Files.writeString(folder.resolve("utility-clock"), "yesterday");
        assertThrows(IllegalStateException.class, () -> clock(1, ""));
    }

    private PacedClock clock(double pace, String start) {
        return new PacedClock(() -> now, NEVER, pace, start, folder);
    }
}
