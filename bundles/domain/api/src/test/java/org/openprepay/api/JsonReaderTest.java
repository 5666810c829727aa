package org.openprepay.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void whatWasWrittenIsReadBack() {
        String text =
                Json.object(
                        Map.of(
                                "a",
                                List.of(Map.of("b", "1\n\"x\\"), List.of(), Map.of()),
                                "t",
                                "ü"));
        assertEquals(
                Map.of("a", List.of(Map.of("b", "1\n\"x\\"), List.of(), Map.of()), "t", "ü"),
                JsonReader.object(text));
    }

    @Test
    void numbersAndWordsStayText() {
        assertEquals(
                Map.of("n", "12", "b", "true"), JsonReader.object("{ \"n\" : 12 , \"b\":true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\"", "{\"a\":}", "[]", "{} x", "{\"a\":\"\\u00\"}"})
    void brokenTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.object(text));
    }
}
