package org.openprepay.tariff.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("TAR-04")
class CalendarTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String WINDOWS =
            """
            period,months,days,from,to
            winter-peak,Nov-Feb,Mon-Fri,16:00,20:00
            night,,,23:00,07:00
            weekend,,Sat Sun,,
            day,,,,
            """;

    private final Problems problems = new Problems();
    private final Calendar calendar =
            new CalendarReader(problems)
                    .read(WINDOWS, Set.of(LocalDate.of(2012, 12, 25)), DayOfWeek.SUNDAY);

    @ParameterizedTest
    @CsvSource({
        "2012-01-02T15:59,day",
        "2012-01-02T16:00,winter-peak",
        "2012-01-02T19:59,winter-peak",
        "2012-01-02T20:00,day",
        "2012-03-02T16:00,day",
        "2012-01-02T23:00,night",
        "2012-01-03T06:59,night",
        "2012-01-03T07:00,day",
        "2012-01-07T16:00,weekend",
        "2012-01-07T23:30,night",
        "2012-12-24T16:00,winter-peak",
        "2012-12-25T16:00,weekend",
    })
    void theFirstWindowThatHoldsATimeWins(LocalDateTime civil, String period) {
        assertTrue(problems.none(), problems.all()::toString);
        assertEquals(period, calendar.period(civil.atZone(LONDON).toInstant(), LONDON));
    }
}
