package org.openprepay.itests.shipped;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Talks to the server as any integrator does. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String address;
    private final String token;

    Api(int port) {
        this("http://127.0.0.1:" + port, "");
    }

    private Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    boolean answers() throws InterruptedException {
        try {
            return get("/api/v1/health").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Signs in and answers a client that carries the token. */
    Api signedIn(String name, String password) throws IOException, InterruptedException {
        Answer answer = post("/api/v1/sessions", Map.of("name", name, "password", password));
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("sign-in of " + name + " was refused: " + answer);
        }
        return new Api(address, answer.body().path("token").asText());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(request(path).POST(json(body)));
    }

    Answer put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(request(path).PUT(json(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) throws IOException {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    /** Status and text of an answer. */
    record Answer(int status, String text) {
        JsonNode body() throws IOException {
            return JSON.readTree(text);
        }
    }
}
