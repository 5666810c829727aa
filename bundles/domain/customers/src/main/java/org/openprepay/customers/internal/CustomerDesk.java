package org.openprepay.customers.internal;

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
import org.openprepay.api.Right;
import org.openprepay.api.ServicePointId;
import org.openprepay.api.Slice;
import org.openprepay.api.Transactions;
import org.openprepay.customers.Customer;
import org.openprepay.customers.CustomerStore;
import org.openprepay.customers.Customers;
import org.openprepay.customers.MeterLink;
import org.openprepay.customers.ServicePoint;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps customers and premises, and sees that a meter serves one account at a time. */
@Component(service = Customers.class)
public final class CustomerDesk implements Customers {
    private static final int MAX_TEXT = 120;

    private final Transactions transactions;
    private final CustomerStore store;
    private final MeterLinks links;

    @Activate
    public CustomerDesk(@Reference Transactions transactions, @Reference CustomerStore store) {
        this.transactions = transactions;
        this.store = store;
        this.links = new MeterLinks(store);
    }

    @Override
    public Outcome<Customer> add(Caller caller, Customer customer) {
        writes(caller);
        return Entries.flaw(customer).orElseGet(() -> transactions.run(() -> added(customer)));
    }

    private Outcome<Customer> added(Customer customer) {
        Optional<Customer> known = store.customer(customer.id());
        if (known.isEmpty()) {
            store.add(customer);
            return Outcome.accepted(customer);
        }
        return known.get().equals(customer)
                ? Outcome.accepted(known.get())
                : Entries.duplicate("customer " + customer.id());
    }

    @Override
    public Optional<Customer> find(Caller caller, CustomerId id) {
        caller.require(Right.VIEW);
        return transactions.read(() -> store.customer(id));
    }

    @Override
    public Slice<Customer> search(Caller caller, String text, int limit, Optional<String> after) {
        caller.require(Right.VIEW);
        int most = Math.max(1, Math.min(limit, Slice.MAX));
        String sought = text.strip();
        String bounded = sought.length() <= MAX_TEXT ? sought : sought.substring(0, MAX_TEXT);
        List<Customer> found = transactions.read(() -> store.search(bounded, most + 1, after));
        return found.size() <= most
                ? new Slice<>(found, Optional.empty())
                : new Slice<>(
                        found.subList(0, most), Optional.of(found.get(most - 1).id().value()));
    }

    @Override
    public Outcome<ServicePoint> add(Caller caller, ServicePoint point) {
        writes(caller);
        return Entries.flaw(point).orElseGet(() -> transactions.run(() -> added(point)));
    }

    private Outcome<ServicePoint> added(ServicePoint point) {
        Optional<ServicePoint> known = store.servicePoint(point.id());
        if (known.isEmpty()) {
            store.add(point);
            return Outcome.accepted(point);
        }
        return Entries.same(known.get(), point)
                ? Outcome.accepted(known.get())
                : Entries.duplicate("service point " + point.id());
    }

    @Override
    public Optional<ServicePoint> find(Caller caller, ServicePointId id) {
        caller.require(Right.VIEW);
        return transactions.read(() -> store.servicePoint(id));
    }

    @Override
    public Outcome<MeterLink> link(Caller caller, MeterLink link) {
        writes(caller);
        return transactions.run(() -> links.link(link));
    }

    @Override
    public Outcome<MeterLink> unlink(Caller caller, MeterId meter, Instant at) {
        writes(caller);
        return transactions.run(() -> links.unlink(meter, at));
    }

    @Override
    public Map<MeterId, List<MeterLink>> links(Set<MeterId> meters) {
        return transactions.read(() -> links.of(meters));
    }

    @Override
    public List<MeterLink> links(AccountId account) {
        return transactions.read(() -> links.of(account));
    }

    private static void writes(Caller caller) {
        if (!caller.may(Right.ADMINISTER)) {
            caller.require(Right.SELL);
        }
    }
}
