package org.openprepay.ledger;

import org.openprepay.api.Money;

/** One side of an entry: a positive amount credits the book, a negative one debits it. */
public record Posting(Book book, Money amount) {}
