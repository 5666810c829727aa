package org.openprepay.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the server how it is. */
final class Health {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest question;

    Health(int port) {
        URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/health");
        question = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
    }

    boolean up() throws InterruptedException {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
