package org.openprepay.rest.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.Outcome;

/** An error as RFC 9457 writes it, thrown by whoever finds it. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Body body;

    private Problem(int status, String code, Optional<String> field, String detail) {
        this(new Body(status, code, detail, field, List.of(), ""));
    }

    private Problem(Body body) {
        super(body.detail(), null, false, false);
        this.body = body;
    }

    public Body body() {
        return body;
    }

    /** 400 with the path of the input concerned. */
    public static Problem badInput(String field, String detail) {
        return new Problem(400, "BAD_INPUT", Optional.of(field), detail);
    }

    public static Problem whoAreYou() {
        return new Problem(
                401,
                "SIGN_IN_REQUIRED",
                Optional.empty(),
                "Sign in with POST /api/v1/sessions and send Authorization: Bearer <token>.");
    }

    public static Problem youMayNot(String detail) {
        return new Problem(403, "FORBIDDEN", Optional.empty(), detail);
    }

    public static Problem mustChangePassword() {
        return new Problem(
                403,
                "PASSWORD_CHANGE_REQUIRED",
                Optional.empty(),
                "This is a one-time password: set a new one with PUT /api/v1/me/password.");
    }

    public static Problem unknown(String what, String id) {
        return new Problem(
                404, "NOT_FOUND", Optional.of(what), "There is no " + what + " " + id + ".");
    }

    public static Problem conflict(String code, String field, String detail) {
        return new Problem(409, code, Optional.of(field), detail);
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, Optional.empty(), detail);
    }

    /** A refusal of the domain; {@code named} says that the call's address names the subject. */
    public static Problem refused(Outcome.Refused<?> refused, boolean named) {
        return new Problem(
                Statuses.of(refused.code(), named),
                refused.code(),
                refused.field(),
                refused.message());
    }

    /** The same with a list of what is wrong inside a document. */
    public Problem with(List<?> problems) {
        return new Problem(
                new Body(
                        body.status(),
                        body.code(),
                        body.detail(),
                        body.field(),
                        List.copyOf(problems),
                        ""));
    }

    /**
     * @param detail what was wrong with what, and what to do
     * @param reference found in the log
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Body(
            int status,
            String code,
            String detail,
            Optional<String> field,
            List<?> problems,
            String reference) {

        public String getType() {
            return "about:blank";
        }

        public String getTitle() {
            return Statuses.title(status);
        }

        @JsonIgnore
        public Map<String, String> headers() {
            return status == 401 ? Map.of("WWW-Authenticate", "Bearer") : Map.of();
        }

        Body referredTo(String as) {
            return new Body(status, code, detail, field, problems, as);
        }
    }
}
