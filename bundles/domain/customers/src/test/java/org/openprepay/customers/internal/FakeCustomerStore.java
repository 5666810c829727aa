package org.openprepay.customers.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openprepay.api.AccountId;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.ServicePointId;
import org.openprepay.customers.Customer;
import org.openprepay.customers.CustomerStore;
import org.openprepay.customers.MeterLink;
import org.openprepay.customers.ServicePoint;

/** Keeps customers in maps. */
final class FakeCustomerStore implements CustomerStore {
    private final Map<CustomerId, Customer> customers = new TreeMap<>();
    private final Map<ServicePointId, ServicePoint> points = new TreeMap<>();
    private final List<MeterLink> links = new ArrayList<>();

    @Override
    public void add(Customer customer) {
        customers.put(customer.id(), customer);
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public List<Customer> search(String text, int limit, Optional<String> after) {
        String sought = text.toLowerCase(Locale.ROOT);
        return customers.values().stream()
                .filter(c -> after.map(a -> c.id().value().compareTo(a) > 0).orElse(true))
                .filter(
                        c ->
                                (c.id() + " " + c.name() + " " + c.phone())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(sought))
                .limit(limit)
                .toList();
    }

    @Override
    public void add(ServicePoint point) {
        points.put(point.id(), point);
    }

    @Override
    public Optional<ServicePoint> servicePoint(ServicePointId id) {
        return Optional.ofNullable(points.get(id));
    }

    @Override
    public void put(MeterLink link) {
        links.removeIf(l -> l.meter().equals(link.meter()) && l.from().equals(link.from()));
        links.add(link);
    }

    @Override
    public Map<MeterId, List<MeterLink>> links(Set<MeterId> meters) {
        var found = new HashMap<MeterId, List<MeterLink>>();
        links.stream()
                .filter(link -> meters.contains(link.meter()))
                .forEach(l -> found.computeIfAbsent(l.meter(), m -> new ArrayList<>()).add(l));
        return found;
    }

    @Override
    public List<MeterLink> links(AccountId account) {
        return links.stream().filter(link -> link.account().equals(account)).toList();
    }
}
