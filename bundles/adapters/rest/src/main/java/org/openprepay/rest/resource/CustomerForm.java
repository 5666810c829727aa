package org.openprepay.rest.resource;

import org.openprepay.api.CustomerId;
import org.openprepay.customers.Customer;
import org.openprepay.rest.http.Input;

/** A customer. */
public record CustomerForm(String id, String name, String phone, String language) {

    static CustomerForm of(Customer customer) {
        return new CustomerForm(
                customer.id().value(), customer.name(), customer.phone(), customer.language());
    }

    Customer customer() {
        CustomerId number = Input.of("id", id, CustomerId::new);
        return Input.of("name", name, given -> new Customer(number, given, phone, language));
    }
}
