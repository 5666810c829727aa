package org.openprepay.customers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.AccountId;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.ServicePointId;

/** Where customers, service points and links are kept; called inside a transaction. */
public interface CustomerStore {
    void add(Customer customer);

    Optional<Customer> customer(CustomerId id);

    /**
     * Ordered by id, after the given id, name/phone/id containing the text without regard to case.
     */
    List<Customer> search(String text, int limit, Optional<String> after);

    void add(ServicePoint point);

    Optional<ServicePoint> servicePoint(ServicePointId id);

    /** Adds, or ends the link with the same meter and start. */
    void put(MeterLink link);

    Map<MeterId, List<MeterLink>> links(Set<MeterId> meters);

    List<MeterLink> links(AccountId account);
}
