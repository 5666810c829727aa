package org.openprepay.customers;

import org.openprepay.api.CustomerId;

/** A person or firm that is supplied. */
public record Customer(CustomerId id, String name, String phone, String language) {
    public Customer {
        name = name.strip();
        if (name.isEmpty() || name.length() > 120) {
            throw new IllegalArgumentException("a customer's name has 1 to 120 characters");
        }
    }
}
