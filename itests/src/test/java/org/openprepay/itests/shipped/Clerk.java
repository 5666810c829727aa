package org.openprepay.itests.shipped;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.openprepay.itests.shipped.Api.Answer;

/** A signed-in client that sends each call with its key, so that it may be repeated. */
final class Clerk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String address;
    private final String token;

    private Clerk(String address, String token) {
        this.address = address;
        this.token = token;
    }

    static Clerk signedIn(int port, String name, String password)
            throws IOException, InterruptedException {
        var door = new Clerk("http://127.0.0.1:" + port + "/api/v1", "");
        Map<String, String> who = Map.of("name", name, "password", password);
        Answer answer = door.send(new Call("/sessions", "", JSON.writeValueAsString(who)));
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("sign-in of " + name + " was refused: " + answer);
        }
        return new Clerk(door.address, answer.body().path("token").asText());
    }

    /** A call that may be sent again as it is. */
    record Call(String path, String key, String body) {
        static Call of(String path, String key, Object body) throws IOException {
            return new Call(path, key, JSON.writeValueAsString(body));
        }
    }

    Answer send(Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(call.path()).POST(BodyPublishers.ofString(call.body()));
        return send(call.key().isEmpty() ? request : request.header("Idempotency-Key", call.key()));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
