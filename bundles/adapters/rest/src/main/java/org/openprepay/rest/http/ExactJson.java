package org.openprepay.rest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * JSON that reads nothing loosely: unknown and missing fields are refused, and decimals and times
 * are strings in both directions. Optional fields are {@code Optional} components.
 */
public final class ExactJson {
    private static final int MAX_TEXT = 600 * 1024;
    private static final int MAX_DEPTH = 12;
    private static final int MAX_DECIMAL = 40;

    private ExactJson() {}

    public static ObjectMapper mapper() {
        ObjectMapper mapper =
                JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .addModule(exact())
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                        .withCoercionConfig(LogicalType.Textual, ExactJson::onlyText)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxStringLength(MAX_TEXT)
                                .maxNumberLength(MAX_DECIMAL)
                                .build());
        return mapper;
    }

    private static void onlyText(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static SimpleModule exact() {
        var module = new SimpleModule("exact");
        module.addDeserializer(
                BigDecimal.class, new FromText<>(BigDecimal.class, ExactJson::decimal));
        module.addSerializer(
                BigDecimal.class, new ToText<>(BigDecimal.class, BigDecimal::toPlainString));
        module.addDeserializer(Instant.class, new FromText<>(Instant.class, ExactJson::instant));
        module.addSerializer(Instant.class, new ToText<>(Instant.class, Instant::toString));
        return module;
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > MAX_DECIMAL || !text.matches("-?\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("This is no plain decimal like \"12.34\".");
        }
        return new BigDecimal(text);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("This is no time like 2026-01-31T12:00:00Z.", e);
        }
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw JsonMappingException.from(parser, "not a string");
            }
            try {
                return parse.apply(parser.getText());
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(parser, "unreadable", e);
            }
        }
    }

    private static final class ToText<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<T, String> text;

        ToText(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(text.apply(value));
        }
    }
}
