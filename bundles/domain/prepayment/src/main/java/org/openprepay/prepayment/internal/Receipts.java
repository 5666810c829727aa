package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.EntryId;
import org.openprepay.api.Json;
import org.openprepay.api.JsonReader;
import org.openprepay.api.Money;
import org.openprepay.ledger.Entry;
import org.openprepay.prepayment.Accounts.Receipt;
import org.openprepay.prepayment.Supply;

/** Writes receipts into entries and rebuilds them, so that a repeat gives the first answer. */
final class Receipts {
    private static final int NUMBER_DIGITS = 12;

    private Receipts() {}

    /** A short number for paper, made from the entry's id. */
    static String number(EntryId id) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.value().getBytes(StandardCharsets.UTF_8));
            return "R-"
                    + HexFormat.of().withUpperCase().formatHex(hash).substring(0, NUMBER_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The proof of an entry that answers with a receipt.
     *
     * @param body what the caller asked for; another body under the same id is a conflict
     */
    static String proof(Map<String, String> body, Receipt receipt) {
        Map<String, String> filled = new LinkedHashMap<>();
        receipt.filled().forEach((kind, money) -> filled.put(kind, plain(money)));
        Supply supply = receipt.supply();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("body", body);
        fields.put("currency", receipt.amount().currency());
        fields.put("amount", plain(receipt.amount()));
        fields.put("filled", filled);
        fields.put("balance", plain(receipt.balance()));
        fields.put("wanted", supply.wanted());
        fields.put("intent", supply.intent());
        fields.put("found", supply.found().map(Enum::name).orElse(""));
        fields.put("since", supply.since());
        fields.put("why", supply.why());
        fields.put("foundAt", supply.foundAt().map(Instant::toString).orElse(""));
        return Json.object(fields);
    }

    static boolean answers(Entry entry, Map<String, String> body) {
        return !entry.proof().isEmpty()
                && body.equals(JsonReader.object(entry.proof()).get("body"));
    }

    static Receipt read(Entry entry) {
        Map<String, Object> fields = JsonReader.object(entry.proof());
        String currency = text(fields, "currency");
        Map<String, Money> filled = new LinkedHashMap<>();
        if (fields.get("filled") instanceof Map<?, ?> parts) {
            parts.forEach(
                    (kind, part) ->
                            filled.put(
                                    String.valueOf(kind),
                                    Money.of(currency, String.valueOf(part))));
        }
        return new Receipt(
                entry.id(),
                number(entry.id()),
                Money.of(currency, text(fields, "amount")),
                filled,
                Money.of(currency, text(fields, "balance")),
                supply(fields));
    }

    private static Supply supply(Map<String, Object> fields) {
        return new Supply(
                Supply.State.valueOf(text(fields, "wanted")),
                new BigDecimal(text(fields, "intent")).longValueExact(),
                some(text(fields, "found")).map(Supply.State::valueOf),
                Instant.parse(text(fields, "since")),
                text(fields, "why"),
                some(text(fields, "foundAt")).map(Instant::parse));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private static String text(Map<String, Object> fields, String name) {
        return String.valueOf(fields.get(name));
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
