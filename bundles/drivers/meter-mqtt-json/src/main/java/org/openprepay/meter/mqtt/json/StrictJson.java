package org.openprepay.meter.mqtt.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openprepay.spi.meter.Frame;

/**
 * Reads one JSON object of strings, numbers, lists and objects; no key twice, nothing after it,
 * bounded in depth and length. Numbers become exact {@code BigDecimal}s; null and booleans pass as
 * text that no field accepts.
 */
final class StrictJson {
    private static final int MAX_DEPTH = 6;
    private static final int MAX_TEXT = 1_024;
    private static final int MAX_DIGITS = 40;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_TEXT)
                                    .maxNameLength(MAX_TEXT)
                                    .maxNumberLength(MAX_DIGITS)
                                    .maxDocumentLength(Frame.MAX_BYTES)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private StrictJson() {}

    static Map<String, Object> object(byte[] payload) throws Garbled {
        try (JsonParser parser = JSON.createParser(utf8(payload))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Garbled("the payload is not one JSON object");
            }
            Map<String, Object> object = fields(parser);
            if (parser.nextToken() != null) {
                throw new Garbled("something follows the JSON object");
            }
            return object;
        } catch (IOException broken) {
            throw new Garbled("the JSON is broken: " + firstLine(broken.getMessage()));
        }
    }

    private static String utf8(byte[] payload) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    }

    private static Map<String, Object> fields(JsonParser parser) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<Object> items(JsonParser parser) throws IOException {
        var items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return fields(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(parser);
        }
        return token != null && token.isNumeric() ? parser.getDecimalValue() : scalar(parser);
    }

    private static Object scalar(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? parser.getText()
                : Boolean.valueOf(parser.currentToken() == JsonToken.VALUE_TRUE);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no text" : message.lines().findFirst().orElse("no text");
    }
}
