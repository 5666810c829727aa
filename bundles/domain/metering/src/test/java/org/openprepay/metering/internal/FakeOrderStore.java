package org.openprepay.metering.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.OrderStore;

/** Keeps orders in the order they were placed. */
final class FakeOrderStore implements OrderStore {
    final Map<OrderId, MeterOrder> orders = new LinkedHashMap<>();

    @Override
    public void add(MeterOrder order) {
        orders.put(order.id(), order);
    }

    @Override
    public void update(MeterOrder order) {
        orders.replace(order.id(), order);
    }

    @Override
    public Optional<MeterOrder> lock(OrderId id) {
        return find(id);
    }

    @Override
    public Optional<MeterOrder> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public List<MeterOrder> openSupply(MeterId meter) {
        return orders.values().stream()
                .filter(o -> o.meter().equals(meter) && o.kind().equals("supply"))
                .filter(o -> !o.state().ended())
                .toList();
    }

    @Override
    public List<MeterOrder> due(Instant now, int limit) {
        return orders.values().stream()
                .filter(o -> !o.state().ended())
                .filter(o -> !o.due().isAfter(now) || !o.expires().isAfter(now))
                .sorted(Comparator.comparingInt(MeterOrder::priority))
                .limit(limit)
                .toList();
    }

    @Override
    public List<MeterOrder> list(Optional<MeterId> meter, int limit, Optional<String> after) {
        var newestFirst = new ArrayList<MeterOrder>();
        orders.values().forEach(order -> newestFirst.add(0, order));
        int from = after.map(id -> newestFirst.indexOf(orders.get(new OrderId(id))) + 1).orElse(0);
        return newestFirst.stream()
                .skip(from)
                .filter(order -> meter.map(order.meter()::equals).orElse(true))
                .limit(limit)
                .toList();
    }
}
