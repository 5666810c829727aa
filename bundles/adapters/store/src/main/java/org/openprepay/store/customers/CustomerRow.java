package org.openprepay.store.customers;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openprepay.api.CustomerId;
import org.openprepay.customers.Customer;

/** A customer's row. */
@Entity
@Table(name = "customer")
class CustomerRow {
    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "name")
    private String name = "";

    @Column(name = "phone")
    private String phone = "";

    @Column(name = "language")
    private String language = "";

    protected CustomerRow() {}

    CustomerRow(Customer customer) {
        id = customer.id().value();
        name = customer.name();
        phone = customer.phone();
        language = customer.language();
    }

    Customer customer() {
        return new Customer(new CustomerId(id), name, phone, language);
    }
}
