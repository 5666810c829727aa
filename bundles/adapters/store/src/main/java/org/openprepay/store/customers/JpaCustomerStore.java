package org.openprepay.store.customers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openprepay.api.AccountId;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.ServicePointId;
import org.openprepay.customers.Customer;
import org.openprepay.customers.CustomerStore;
import org.openprepay.customers.MeterLink;
import org.openprepay.customers.ServicePoint;
import org.openprepay.store.tx.JpaTransactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People, premises and links as entities. */
@Component
public final class JpaCustomerStore implements CustomerStore {
    private final JpaTransactions transactions;

    @Activate
    public JpaCustomerStore(@Reference JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Customer customer) {
        transactions.write(em -> em.persist(new CustomerRow(customer)));
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        return transactions
                .jpa(em -> Optional.ofNullable(em.find(CustomerRow.class, id.value())))
                .map(CustomerRow::customer);
    }

    @Override
    public List<Customer> search(String text, int limit, Optional<String> after) {
        String part = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return transactions
                .jpa(
                        em ->
                                em.createQuery(
                                                "select c from CustomerRow c where c.id > :after"
                                                        + " and (lower(c.name) like :part escape '!'"
                                                        + " or lower(c.phone) like :part escape '!'"
                                                        + " or lower(c.id) like :part escape '!')"
                                                        + " order by c.id",
                                                CustomerRow.class)
                                        .setParameter("after", after.orElse(""))
                                        .setParameter("part", "%" + part + "%")
                                        .setMaxResults(limit)
                                        .getResultList())
                .stream()
                .map(CustomerRow::customer)
                .toList();
    }

    @Override
    public void add(ServicePoint point) {
        transactions.write(em -> em.persist(new ServicePointRow(point)));
    }

    @Override
    public Optional<ServicePoint> servicePoint(ServicePointId id) {
        return transactions
                .jpa(em -> Optional.ofNullable(em.find(ServicePointRow.class, id.value())))
                .map(ServicePointRow::point);
    }

    @Override
    public void put(MeterLink link) {
        transactions.write(em -> em.merge(new LinkRow(link)));
    }

    @Override
    public Map<MeterId, List<MeterLink>> links(Set<MeterId> meters) {
        return meters.isEmpty()
                ? Map.of()
                : found("l.meter in :sought", meters.stream().map(MeterId::value).toList()).stream()
                        .collect(Collectors.groupingBy(MeterLink::meter));
    }

    @Override
    public List<MeterLink> links(AccountId account) {
        return found("l.account = :sought", account.value());
    }

    private List<MeterLink> found(String condition, Object sought) {
        return transactions
                .jpa(
                        em ->
                                em.createQuery(
                                                "select l from LinkRow l where "
                                                        + condition
                                                        + " order by l.starts, l.meter",
                                                LinkRow.class)
                                        .setParameter("sought", sought)
                                        .getResultList())
                .stream()
                .map(LinkRow::link)
                .toList();
    }
}
