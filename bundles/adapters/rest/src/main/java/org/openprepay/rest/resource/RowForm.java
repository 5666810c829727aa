package org.openprepay.rest.resource;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Row;
import org.openprepay.rest.http.Input;

/** One row of a delivery of readings. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RowForm.Register.class, name = "register"),
    @JsonSubTypes.Type(value = RowForm.Profile.class, name = "profile")
})
public sealed interface RowForm {

    /** The row as the domain takes it; {@code field} is its place in the body. */
    Row row(String field, String source);

    /** A register's value at an instant. */
    record Register(
            String meter,
            String register,
            Instant at,
            @Schema(type = "string", example = "1234.5") BigDecimal value,
            String unit)
            implements RowForm {
        @Override
        public Row row(String field, String source) {
            MeterId id = Input.of(field + ".meter", meter, MeterId::new);
            return new Row.Register(id, register, at, value, unit, source);
        }
    }

    /** Usage in equal intervals from start. */
    record Profile(
            String meter,
            String register,
            Instant start,
            int intervalMinutes,
            @ArraySchema(schema = @Schema(type = "string")) List<BigDecimal> values,
            String unit)
            implements RowForm {
        private static final int DAY = 24 * 60;

        @Override
        public Row row(String field, String source) {
            MeterId id = Input.of(field + ".meter", meter, MeterId::new);
            Duration interval =
                    Input.of(field + ".intervalMinutes", intervalMinutes, Profile::interval);
            return Input.of(
                    field + ".values",
                    values,
                    given ->
                            new Row.Profile(
                                    id, register, start, interval, bounded(given), unit, source));
        }

        private static Duration interval(int minutes) {
            if (minutes < 1 || minutes > DAY) {
                throw new IllegalArgumentException("An interval has 1 to " + DAY + " minutes.");
            }
            return Duration.ofMinutes(minutes);
        }

        private static List<BigDecimal> bounded(List<BigDecimal> values) {
            if (values.isEmpty()
                    || values.size() > Row.Profile.MAX_VALUES
                    || values.stream().anyMatch(value -> value == null)) {
                throw new IllegalArgumentException(
                        "A profile has 1 to " + Row.Profile.MAX_VALUES + " values, none null.");
            }
            return values;
        }
    }
}
