package org.openprepay.customers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.api.ServicePointId;
import org.openprepay.api.Slice;

/** People, premises and which meter serves whom. */
public interface Customers {
    /** Refused with {@code DUPLICATE} when the id is taken by another content. */
    Outcome<Customer> add(Caller caller, Customer customer);

    Optional<Customer> find(Caller caller, CustomerId id);

    /** By any part of name, phone or number; ordered by id. */
    Slice<Customer> search(Caller caller, String text, int limit, Optional<String> after);

    Outcome<ServicePoint> add(Caller caller, ServicePoint point);

    Optional<ServicePoint> find(Caller caller, ServicePointId id);

    /** Refused with {@code OVERLAP} when the meter already serves an account in that time. */
    Outcome<MeterLink> link(Caller caller, MeterLink link);

    /** Ends the link that is open at that time. */
    Outcome<MeterLink> unlink(Caller caller, MeterId meter, Instant at);

    /** All links of these meters, by meter, in order of time. */
    Map<MeterId, List<MeterLink>> links(Set<MeterId> meters);

    /** All links of an account, in order of time. */
    List<MeterLink> links(AccountId account);
}
