package org.openprepay.webconsole;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openprepay.api.Caller;
import org.openprepay.api.MeterId;
import org.openprepay.api.Right;
import org.openprepay.api.Slice;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Orders;
import org.openprepay.prepayment.Accounts;
import org.openprepay.spi.link.Link;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The tab "Metering" of the web console: meters, supply, open orders and links, read-only. */
@Component(
        service = Servlet.class,
        property = {
            "felix.webconsole.label=openprepay",
            "felix.webconsole.title=Metering",
            "felix.webconsole.category=Main"
        })
public final class MeteringTab extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Metering metering;
    private final transient Orders orders;
    private final transient Accounts accounts;

    /** Dynamic, since links come and go with their drivers and the tab should stay. */
    private final transient Collection<Link> links = new CopyOnWriteArrayList<>();

    @Activate
    public MeteringTab(
            @Reference Metering metering, @Reference Orders orders, @Reference Accounts accounts) {
        this.metering = metering;
        this.orders = orders;
        this.accounts = accounts;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addLink(Link link) {
        links.add(link);
    }

    void removeLink(Link link) {
        links.remove(link);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String user = String.valueOf(request.getRemoteUser());
        response.setContentType("text/html; charset=utf-8");
        response.getWriter().println(page(new Caller(user, Set.of(Right.VIEW))));
    }

    String page(Caller caller) {
        Html html = new Html();
        links(html);
        supply(html, caller);
        meters(html, caller);
        openOrders(html, caller);
        return html.text();
    }

    private void links(Html html) {
        html.heading("Links").tableOf("Kind", "State", "Detail");
        for (Link link : links) {
            html.row(link.kind(), link.state().up() ? "up" : "down", link.state().detail());
        }
        html.endTable();
    }

    private void supply(Html html, Caller caller) {
        html.heading("Supply").tableOf("Account", "Meter", "Wanted", "Found", "Why", "Balance");
        for (var view : accounts.list(caller, Slice.MAX, Optional.empty()).items()) {
            html.row(
                    view.account().id(),
                    view.account().meter(),
                    view.supply().wanted(),
                    view.supply().found().map(Enum::name).orElse("unknown"),
                    view.supply().why(),
                    view.balance());
        }
        html.endTable();
    }

    private void meters(Html html, Caller caller) {
        List<Meter> meters = metering.list(caller, Slice.MAX, Optional.empty()).items();
        Map<MeterId, Instant> heard =
                metering.lastReadings(meters.stream().map(Meter::id).collect(Collectors.toSet()));
        html.heading("Meters").tableOf("Meter", "Driver", "Address", "Last reading");
        for (Meter meter : meters) {
            Instant last = heard.get(meter.id());
            html.row(meter.id(), meter.driver(), meter.address(), last == null ? "never" : last);
        }
        html.endTable();
    }

    private void openOrders(Html html, Caller caller) {
        html.heading("Open orders")
                .tableOf("Order", "Meter", "Kind", "State", "Attempts", "Detail");
        orders.list(caller, Optional.empty(), Slice.MAX, Optional.empty()).items().stream()
                .filter(order -> !order.state().ended())
                .forEach(
                        order ->
                                html.row(
                                        order.id(),
                                        order.meter(),
                                        order.kind() + " " + order.argument(),
                                        order.state(),
                                        order.attempts(),
                                        order.detail()));
        html.endTable();
    }
}
