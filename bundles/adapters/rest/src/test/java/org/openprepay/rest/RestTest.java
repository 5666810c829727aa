package org.openprepay.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.rest.http.BodyLimit;

class RestTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CREDIT =
            "{\"amount\":{\"amount\":\"12.34\",\"currency\":\"KES\"},\"tender\":\"cash\"}";
    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House();
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void healthIsOpenToAllButTellsDetailOnlyToStaff() throws Exception {
        assertEquals("{\"status\":\"UP\"}", house.get("", "/health").body());
        assertEquals("UP", json(house.get("viewer", "/health"), 200).at("/checks/store").asText());
    }

    @Test
    void signingInAnswersATokenAndAWrongPasswordIsUnauthorized() throws Exception {
        var good = house.post("", "/sessions", "{\"name\":\"clerk\",\"password\":\"right\"}");
        JsonNode session = json(good, 200);
        assertEquals("clerk", session.at("/token").asText());
        assertEquals("clerk", session.at("/user/role").asText());
        var bad = house.post("", "/sessions", "{\"name\":\"clerk\",\"password\":\"wrong\"}");
        problem(bad, 401, "SIGN_IN_FAILED");
        assertEquals("Bearer", bad.headers().firstValue("WWW-Authenticate").orElse(""));
    }

    @Test
    @Tag("ACCT-04")
    void theSameKeyAndBodyGivesTheFirstReceiptAndAnotherBodyIsAConflict() throws Exception {
        JsonNode first = json(credit(CREDIT, "key-00000001"), 201);
        JsonNode again = json(credit(CREDIT, "key-00000001"), 201);
        assertEquals(first, again);
        assertEquals("rest:key-00000001", first.at("/entry").asText());
        assertEquals("12.34", first.at("/balance/amount").asText());
        assertTrue(first.at("/balance/amount").isTextual());
        problem(credit(CREDIT.replace("12.34", "99"), "key-00000001"), 409, "IDEMPOTENCY_CONFLICT");
    }

    @Test
    void moneyNeedsAnIdempotencyKey() throws Exception {
        var answer = house.post("clerk", "/accounts/A1/credits", CREDIT);
        assertEquals("Idempotency-Key", problem(answer, 400, "BAD_INPUT").at("/field").asText());
    }

    @Test
    void nothingIsReadLoosely() throws Exception {
        refused(CREDIT.replace("\"12.34\"", "12.34"), "amount.amount");
        refused(CREDIT.replace("\"12.34\"", "\"1e3\""), "amount.amount");
        refused(CREDIT.replace("\"12.34\"", "\"1.2345678\""), "amount");
        refused(CREDIT.replace("KES", "XQX"), "amount");
        refused(CREDIT.replace("\"cash\"", "5"), "tender");
        refused(CREDIT.replace("\"tender\"", "\"tip\":\"1\",\"tender\""), "tip");
        refused("{\"tender\":\"cash\"}", "amount");
        refused("{\"tender\":\"cash\",\"tender\":\"card\"}", "");
        refused("[1]", "");
        refused("{", "");
    }

    @Test
    void everyErrorIsAProblemDocument() throws Exception {
        problem(house.get("viewer", "/nowhere"), 404, "NOT_FOUND");
        problem(house.get("viewer", "/accounts/A2"), 404, "NOT_FOUND");
        problem(credit(CREDIT, "key-2", "A2"), 400, "BAD_INPUT");
        problem(credit(CREDIT, "key-00000002", "A2"), 404, "UNKNOWN_ACCOUNT");
        problem(house.get("", "/accounts"), 401, "SIGN_IN_REQUIRED");
        problem(house.get("clerk", "/users"), 403, "FORBIDDEN");
        problem(house.get("viewer", "/accounts?limit=501"), 400, "BAD_INPUT");
        problem(house.get("viewer", "/sessions"), 405, "METHOD_NOT_ALLOWED");
        var xml = house.request("clerk", "/customers").POST(BodyPublishers.ofString("<a/>"));
        problem(house.send(xml.header("Content-Type", "text/xml")), 415, "UNSUPPORTED_MEDIA_TYPE");
        problem(house.get("viewer", "/ledger/trial-balance"), 500, "INTERNAL");
    }

    @Test
    void aBodyAboveTheLimitIsRefused() throws Exception {
        String big = " ".repeat(BodyLimit.MAX_BYTES) + CREDIT;
        problem(credit(big, "key-00000003"), 413, "TOO_LARGE");
        var unknownLength =
                house.request("clerk", "/accounts/A1/credits")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key-00000004")
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () ->
                                                new java.io.ByteArrayInputStream(
                                                        big.getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .UTF_8))));
        problem(house.send(unknownLength), 413, "TOO_LARGE");
    }

    @Test
    void browsersAreToldToKeepAnswersToThemselves() throws Exception {
        var headers = house.get("viewer", "/accounts").headers();
        assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""));
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertFalse(headers.map().containsKey("Access-Control-Allow-Origin"));
    }

    @Test
    void aStatementShowsTheBalanceAfterEachEntryOverAllParts() throws Exception {
        credit(CREDIT, "key-00000005");
        credit(CREDIT.replace("12.34", "0.66"), "key-00000006");
        JsonNode part = json(house.get("viewer", "/accounts/A1/statement?limit=1"), 200);
        assertEquals("13", part.at("/items/0/balance/amount").asText());
        assertEquals(3, part.at("/items/0/proof/version").asInt());
        String next = part.at("/next").asText();
        JsonNode rest =
                json(house.get("viewer", "/accounts/A1/statement?limit=1&after=" + next), 200);
        assertEquals("12.34", rest.at("/items/0/balance/amount").asText());
        assertFalse(rest.has("next"));
    }

    @Test
    @Tag("SEC-06")
    void aWriteLeavesAnAuditRecordAndARefusalNone() throws Exception {
        house.post("clerk", "/customers", customer("C1"));
        house.post("clerk", "/customers", customer("not allowed"));
        assertEquals(1, house.staff.trail.size());
        assertEquals("customer.add", house.staff.trail.get(0).action());
    }

    @Test
    void readingsOfBothKindsAreDelivered() throws Exception {
        String rows =
                "[{\"kind\":\"register\",\"meter\":\"M1\",\"register\":\"1.8.0\",\"at\":"
                        + "\"2026-01-01T00:00:00Z\",\"value\":\"1.5\",\"unit\":\"kWh\"},"
                        + "{\"kind\":\"profile\",\"meter\":\"M1\",\"register\":\"1.8.0\",\"start\":"
                        + "\"2026-01-01T00:00:00+01:00\",\"intervalMinutes\":30,\"values\":[\"1\"],"
                        + "\"unit\":\"kWh\"}]";
        var answer =
                house.post("administrator", "/readings", rows, "Idempotency-Key", "key-00000007");
        assertEquals("accepted", json(answer, 200).at("/rows/1/state").asText());
        assertEquals(2, house.fed.size());
    }

    @Test
    @Tag("INT-01")
    void theDescriptionNamesEveryCallAndDecimalsAsStrings() throws Exception {
        JsonNode document = json(house.get("", "/openapi.json"), 200);
        assertTrue(document.at("/paths").has("/accounts/{id}/credits"), document.toString());
        assertEquals(
                "string",
                document.at("/components/schemas/MoneyForm/properties/amount/type").asText());
    }

    @Test
    void metricsAreTextForAdministrators() throws Exception {
        var answer = house.get("administrator", "/metrics");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\nopenprepay_orders{state=\"queued\"} 0\n"));
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
    }

    private void refused(String body, String field) throws Exception {
        JsonNode problem = problem(credit(body, "key-00000009"), 400, "BAD_INPUT");
        assertEquals(field, problem.path("field").asText(""), body + " " + problem);
    }

    private HttpResponse<String> credit(String body, String key) throws Exception {
        return credit(body, key, "A1");
    }

    private HttpResponse<String> credit(String body, String key, String account) throws Exception {
        return house.post(
                "clerk", "/accounts/" + account + "/credits", body, "Idempotency-Key", key);
    }

    private static String customer(String id) {
        return "{\"id\":\"" + id + "\",\"name\":\"Amina\",\"phone\":\"1\",\"language\":\"en\"}";
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertEquals(status, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code)
            throws Exception {
        JsonNode problem = json(answer, status);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertEquals(code, problem.at("/code").asText(), answer.body());
        assertEquals(status, problem.at("/status").asInt());
        assertFalse(problem.at("/reference").asText().isEmpty());
        return problem;
    }
}
