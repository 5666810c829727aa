package org.openprepay.host.carry;

import java.time.InstantSource;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.Orders;
import org.openprepay.spi.meter.Report;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends orders by the meter's own report; supply orders are ended by the supply desk. */
@Component(service = OrderEnds.class)
public final class OrderEnds {
    private final Orders orders;
    private final InstantSource wall;

    @Activate
    public OrderEnds(
            @Reference Orders orders, @Reference(target = "(clock=wall)") InstantSource wall) {
        this.orders = orders;
        this.wall = wall;
    }

    /** The meter answered while an order waits: a read ends with what was read. */
    void answered(Conversation conversation, Report report) {
        conversation
                .waiting()
                .map(Conversation.Waiting::order)
                .filter(order -> answers(order, report))
                .ifPresent(
                        order -> {
                            if (!order.kind().equals("supply")) {
                                orders.confirmed(order.id(), told(report), wall.instant());
                            }
                            conversation.free();
                        });
    }

    private static boolean answers(MeterOrder order, Report report) {
        return switch (order.kind()) {
            case "supply", "read-supply" -> report.supply().isPresent();
            case "read" -> !report.registers().isEmpty() || !report.profiles().isEmpty();
            case "clock" -> report.clock().isPresent();
            default -> false;
        };
    }

    private static String told(Report report) {
        var told = new StringBuilder();
        report.supply().ifPresent(supply -> told.append("supply ").append(supply).append(' '));
        report.registers()
                .forEach(
                        it ->
                                told.append(it.name())
                                        .append('=')
                                        .append(it.value())
                                        .append(it.unit())
                                        .append(' '));
        report.clock().ifPresent(clock -> told.append("clock ").append(clock));
        return told.toString().strip();
    }
}
