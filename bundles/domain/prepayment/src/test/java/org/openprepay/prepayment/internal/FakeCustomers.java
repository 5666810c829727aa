package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openprepay.api.AccountId;
import org.openprepay.api.Caller;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outcome;
import org.openprepay.api.ServicePointId;
import org.openprepay.api.Slice;
import org.openprepay.customers.Customer;
import org.openprepay.customers.Customers;
import org.openprepay.customers.MeterLink;
import org.openprepay.customers.ServicePoint;
import org.openprepay.ledger.FakeTransactions;

/** Everybody whose number begins with c, every point that begins with s, in Nairobi. */
final class FakeCustomers implements Customers, FakeTransactions.Undoable {
    static final ZoneId ZONE = ZoneId.of("Africa/Nairobi");
    private List<MeterLink> links = new ArrayList<>();

    @Override
    public Runnable snapshot() {
        var before = new ArrayList<>(links);
        return () -> links = before;
    }

    @Override
    public Optional<Customer> find(Caller caller, CustomerId id) {
        return Optional.of(new Customer(id, "Amina " + id, "", "en"))
                .filter(customer -> id.value().startsWith("c"));
    }

    @Override
    public Optional<ServicePoint> find(Caller caller, ServicePointId id) {
        return Optional.of(new ServicePoint(id, "1 Road", BigDecimal.ONE, BigDecimal.ONE, ZONE))
                .filter(point -> id.value().startsWith("s"));
    }

    @Override
    public Outcome<MeterLink> link(Caller caller, MeterLink link) {
        if (links.stream().anyMatch(known -> known.meter().equals(link.meter()))) {
            return Outcome.refused("OVERLAP", "meter " + link.meter() + " serves another account");
        }
        links.add(link);
        return Outcome.accepted(link);
    }

    @Override
    public Map<MeterId, List<MeterLink>> links(Set<MeterId> meters) {
        return links.stream()
                .filter(link -> meters.contains(link.meter()))
                .collect(Collectors.groupingBy(MeterLink::meter));
    }

    @Override
    public List<MeterLink> links(AccountId account) {
        return links.stream().filter(link -> link.account().equals(account)).toList();
    }

    @Override
    public Outcome<Customer> add(Caller caller, Customer customer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<Customer> search(Caller c, String text, int limit, Optional<String> after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<ServicePoint> add(Caller caller, ServicePoint point) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<MeterLink> unlink(Caller caller, MeterId meter, Instant at) {
        throw new UnsupportedOperationException();
    }
}
