package org.openprepay.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openprepay.api.Json;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveTest {
    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House();
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    @Tag("DASH-01")
    void eventsArriveInCommitOrderAndWithoutTheRowsThatAreNotLive() throws Exception {
        Iterator<String> lines = watch("/events", "");
        assertEquals(": alive", lines.next());
        reading("M1", "2026-01-01T00:30:00Z", "0.4");
        house.rows.put("order", "M1", "{}");
        house.rows.put("live.supply", "M1", "{\"meter\":\"M1\"}");
        house.ticks.get("rest-events").run();
        assertEquals("event: reading", next(lines, "event"));
        assertEquals("id: 1", next(lines, "id"));
        assertTrue(next(lines, "data").contains("\"kw\":\"0.4\""));
        assertEquals("event: supply", next(lines, "event"));
        assertEquals("id: 3", next(lines, "id"));
    }

    @Test
    void aClientThatComesBackGetsWhatItMissed() throws Exception {
        reading("M1", "2026-01-01T00:30:00Z", "0.4");
        reading("M1", "2026-01-01T01:00:00Z", "0.5");
        Iterator<String> lines = watch("/events", "1");
        assertEquals(": alive", lines.next());
        house.ticks.get("rest-events").run();
        assertEquals("id: 2", next(lines, "id"));
    }

    @Test
    void aStreamEndsSoonAfterItsSessionEnded() throws Exception {
        Iterator<String> lines = watch("/events", "");
        assertEquals(": alive", lines.next());
        house.staff.signedOut = true;
        for (int i = 0; i < 75; i++) {
            house.ticks.get("rest-events").run();
        }
        while (lines.hasNext()) {
            assertEquals("", lines.next());
        }
    }

    @Test
    @Tag("DASH-02")
    void operationsShowsTheLoadOfEachHalfHourWithEveryMeterCountedOnce() throws Exception {
        reading("M1", "2026-01-01T00:30:00Z", "0.4");
        reading("M2", "2026-01-01T00:30:00Z", "1");
        reading("M1", "2026-01-01T00:30:00Z", "9");
        reading("M1", "2026-01-01T01:00:00Z", "0.7");
        house.ticks.get("rest-load").run();
        JsonNode page = new ObjectMapper().readTree(house.get("viewer", "/operations").body());
        assertEquals("1.7", page.at("/load/kw").asText());
        assertEquals("2026-01-01T00:00:00Z", page.at("/load/series/0/at").asText());
        assertEquals("1.4", page.at("/load/series/0/kw").asText());
        assertEquals("0.7", page.at("/load/series/1/kw").asText());
        assertEquals("0.7", page.at("/devices/0/kw").asText());
        assertEquals(1, page.at("/counts/on").asInt());
        assertEquals("300.0", page.at("/pace").asText());
    }

    private void reading(String meter, String at, String kw) {
        house.rows.put(
                "live.reading", meter, Json.object(Map.of("meter", meter, "at", at, "kw", kw)));
    }

    private static String next(Iterator<String> lines, String field) {
        while (true) {
            String line = lines.next();
            if (line.startsWith(field + ":")) {
                return line;
            }
        }
    }

    private Iterator<String> watch(String path, String last) throws Exception {
        var request = house.request("viewer", path).header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        var answer = house.client().send(request.GET().build(), BodyHandlers.ofLines());
        assertEquals(200, answer.statusCode());
        Stream<String> lines = answer.body();
        return lines.iterator();
    }
}
