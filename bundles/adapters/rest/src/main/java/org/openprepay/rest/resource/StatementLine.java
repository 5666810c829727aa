package org.openprepay.rest.resource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of an account's statement.
 *
 * @param amount what it changed for the customer
 * @param balance after it
 * @param proof how a charge was priced: readings, lines before and after, version, digest
 */
public record StatementLine(
        String id,
        Instant at,
        String kind,
        String text,
        MoneyForm amount,
        MoneyForm balance,
        Optional<String> corrects,
        String by,
        Optional<Map<String, Object>> proof) {}
