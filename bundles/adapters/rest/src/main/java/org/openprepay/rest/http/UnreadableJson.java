package org.openprepay.rest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says where a document is wrong, without class names of ours. */
final class UnreadableJson {
    private UnreadableJson() {}

    static Problem problem(JsonProcessingException thrown) {
        String path = path(thrown);
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            return Problem.badInput(path, "There is no field " + unknown.getPropertyName() + ".");
        }
        if (thrown.getCause() instanceof IllegalArgumentException refused) {
            return Problem.badInput(path, String.valueOf(refused.getMessage()));
        }
        if (thrown instanceof JsonMappingException) {
            return Problem.badInput(
                    path,
                    "The value is missing or has the wrong type; numbers of money and quantity are"
                            + " strings like \"12.34\", times are like 2026-01-31T12:00:00Z.");
        }
        var at = thrown.getLocation();
        return Problem.badInput(
                "",
                at == null
                        ? "This is no JSON."
                        : "This is no JSON at line "
                                + at.getLineNr()
                                + ", column "
                                + at.getColumnNr()
                                + ".");
    }

    private static String path(JsonProcessingException thrown) {
        if (!(thrown instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
