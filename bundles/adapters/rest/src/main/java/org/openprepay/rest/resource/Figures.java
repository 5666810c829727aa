package org.openprepay.rest.resource;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openprepay.api.Caller;
import org.openprepay.api.Slice;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Orders;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.SupplyDesk;
import org.openprepay.rest.live.EventStream;
import org.openprepay.rest.live.LiveLoad;
import org.openprepay.rest.live.Metrics;

/** The figures of {@code /metrics}. */
public final class Figures {
    private final Metering metering;
    private final Orders orders;
    private final Alerts alerts;
    private final SupplyDesk desk;
    private final LiveLoad load;
    private final EventStream stream;

    public Figures(
            Metering metering,
            Orders orders,
            Alerts alerts,
            SupplyDesk desk,
            LiveLoad load,
            EventStream stream) {
        this.metering = metering;
        this.orders = orders;
        this.alerts = alerts;
        this.desk = desk;
        this.load = load;
        this.stream = stream;
    }

    String text(Caller caller) {
        var brake = desk.brake(caller);
        return new Metrics()
                .counter(
                        "readings_accepted_total",
                        "Readings accepted, as live events tell",
                        load.readings())
                .gauge(
                        "readings_quarantined",
                        "Rows that wait for a person, at most " + Slice.MAX,
                        open(caller))
                .gauges(
                        "orders",
                        "The newest " + Slice.MAX + " orders to meters by state",
                        "state",
                        orders(caller))
                .gauge(
                        "alerts_open",
                        "Open alerts, at most " + Slice.MAX,
                        alerts.list(caller, true, Slice.MAX, Optional.empty()).items().size())
                .gauge("brake_stopped", "1 while all cuts are stopped", brake.stopped() ? 1 : 0)
                .gauge("brake_held", "Cuts that wait for the brake", brake.held())
                .gauge("cuts_this_hour", "Cuts ordered in the last hour", brake.cutsThisHour())
                .gauge("event_watchers", "Clients of the event stream", stream.watchers())
                .gauge("jvm_memory_used_bytes", "Heap in use", memory().getUsed())
                .gauge("jvm_memory_committed_bytes", "Heap reserved", memory().getCommitted())
                .text();
    }

    private long open(Caller caller) {
        return metering.quarantine(caller, Slice.MAX, Optional.empty()).items().stream()
                .filter(row -> row.state().equalsIgnoreCase("open"))
                .count();
    }

    private Map<String, Integer> orders(Caller caller) {
        var byState = new TreeMap<String, Integer>();
        for (var state : MeterOrder.State.values()) {
            byState.put(state.name(), 0);
        }
        orders.list(caller, Optional.empty(), Slice.MAX, Optional.empty())
                .items()
                .forEach(order -> byState.merge(order.state().name(), 1, Integer::sum));
        return byState;
    }

    private static MemoryUsage memory() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }
}
