package org.openprepay.itests.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openprepay.itests.shipped.Api.Answer;

/** What the server says about money, against what clients know. */
final class Books {
    private Books() {}

    static void agree(Clerk clerk, Work work) throws IOException, InterruptedException {
        eachCreditIsThereOnce(clerk, work.credits());
        BigDecimal paid = work.credits().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal used = work.used().multiply(Household.PRICE);
        same(paid.subtract(used), balance(clerk), "credits minus charges");
        JsonNode sums = body(clerk.get("/ledger/trial-balance")).path("sums");
        assertTrue(sums.has("GBP"), "a sum of the books");
        same(BigDecimal.ZERO, new BigDecimal(sums.path("GBP").asText()), "the sum of all books");
    }

    private static void eachCreditIsThereOnce(Clerk clerk, Map<String, BigDecimal> credits)
            throws IOException, InterruptedException {
        var found = new TreeMap<String, BigDecimal>();
        for (JsonNode line : statement(clerk)) {
            String id = line.path("id").asText();
            if (id.startsWith("rest:")) {
                BigDecimal amount = new BigDecimal(line.at("/amount/amount").asText());
                BigDecimal twice = found.put(id.substring("rest:".length()), amount.setScale(2));
                assertEquals(null, twice, () -> id + " is in the statement twice");
            }
        }
        assertEquals(new TreeMap<>(credits), found, "each credit once, and no other");
    }

    private static List<JsonNode> statement(Clerk clerk) throws IOException, InterruptedException {
        var lines = new ArrayList<JsonNode>();
        String path = "/accounts/" + Household.ACCOUNT + "/statement?limit=500";
        JsonNode part = body(clerk.get(path));
        part.path("items").forEach(lines::add);
        while (part.hasNonNull("next")) {
            part = body(clerk.get(path + "&after=" + part.path("next").asText()));
            part.path("items").forEach(lines::add);
        }
        return lines;
    }

    private static BigDecimal balance(Clerk clerk) throws IOException, InterruptedException {
        JsonNode account = body(clerk.get("/accounts/" + Household.ACCOUNT));
        return new BigDecimal(account.at("/balance/amount").asText());
    }

    private static void same(BigDecimal wanted, BigDecimal found, String what) {
        assertEquals(wanted.stripTrailingZeros(), found.stripTrailingZeros(), what);
    }

    private static JsonNode body(Answer answer) throws IOException {
        assertEquals(200, answer.status(), answer::text);
        return answer.body();
    }
}
