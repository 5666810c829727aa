package org.openprepay.rest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.openprepay.api.Caller;
import org.openprepay.api.IdSource;
import org.openprepay.api.Transactions.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a problem document whose reference is in the log. */
public final class Problems implements ExceptionMapper<Throwable> {
    public static final String TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private final IdSource ids;

    public Problems(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Problem.Body body = problem(thrown).body().referredTo(ids.next());
        log(body, thrown);
        var response = Response.status(body.status()).type(MediaType.valueOf(TYPE)).entity(body);
        body.headers().forEach(response::header);
        return response.build();
    }

    private static Problem problem(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof Caller.Denied denied) {
            return Problem.youMayNot(denied.getMessage() + ".");
        }
        if (thrown instanceof StoreUnavailable) {
            return Problem.of(
                    503, "STORE_UNAVAILABLE", "The database cannot serve now; nothing was kept.");
        }
        return inside(thrown, Problem.class)
                .or(
                        () ->
                                inside(thrown, JsonProcessingException.class)
                                        .map(UnreadableJson::problem))
                .orElseGet(() -> other(thrown));
    }

    private static Problem other(Throwable thrown) {
        if (inside(thrown, IOException.class).isPresent()) {
            return Problem.of(400, "BROKEN_OFF", "The connection ended before the call did.");
        }
        if (!(thrown instanceof WebApplicationException web)
                || web.getResponse().getStatus() >= 500) {
            return Problem.of(
                    500, "INTERNAL", "This is our fault; tell the operator the reference.");
        }
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 404 -> Problem.of(404, "NOT_FOUND", "There is nothing at this address.");
            case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "This address knows other methods.");
            case 406 -> Problem.of(406, "NOT_ACCEPTABLE", "Accept application/json.");
            case 415 -> Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "Send application/json.");
            default -> Problem.of(status, "BAD_REQUEST", "The request cannot be understood.");
        };
    }

    private static <T extends Throwable> Optional<T> inside(Throwable thrown, Class<T> kind) {
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < 20; t = t.getCause(), depth++) {
            if (kind.isInstance(t)) {
                return Optional.of(kind.cast(t));
            }
        }
        return Optional.empty();
    }

    private static void log(Problem.Body body, Throwable thrown) {
        if (body.status() == 500) {
            LOG.error("problem reference={} code={}", body.reference(), body.code(), thrown);
        } else {
            LOG.info(
                    "problem reference={} status={} code={} detail={}",
                    body.reference(),
                    body.status(),
                    body.code(),
                    body.detail().replaceAll("\\p{Cntrl}", " "));
        }
    }
}
