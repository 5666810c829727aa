package org.openprepay.rest;

import java.time.InstantSource;
import javax.servlet.Servlet;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.openprepay.access.Access;
import org.openprepay.api.IdSource;
import org.openprepay.api.Outbox;
import org.openprepay.api.Schedule;
import org.openprepay.api.Transactions;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.Customers;
import org.openprepay.ledger.Ledger;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Orders;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.Intake;
import org.openprepay.prepayment.SupplyDesk;
import org.openprepay.rulebook.Rulebook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The REST door at {@code /api}: a servlet, registry and bus of its own, so that the address holds
 * whatever else is served.
 */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardServletName("openprepay-rest")
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardServletAsyncSupported
public final class RestServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1;
    private final transient RestApi api;

    @Activate
    public RestServlet(
            @Reference Access access,
            @Reference Customers customers,
            @Reference Metering metering,
            @Reference Orders orders,
            @Reference Accounts accounts,
            @Reference Intake intake,
            @Reference SupplyDesk supplyDesk,
            @Reference Alerts alerts,
            @Reference Rulebook rulebook,
            @Reference Ledger ledger,
            @Reference Outbox outbox,
            @Reference Transactions transactions,
            @Reference UtilityClock utility,
            @Reference(target = "(clock=wall)") InstantSource wall,
            @Reference Schedule schedule,
            @Reference IdSource ids) {
        this(
                new Doors(
                        access,
                        customers,
                        metering,
                        orders,
                        accounts,
                        intake,
                        supplyDesk,
                        alerts,
                        rulebook,
                        ledger,
                        outbox,
                        transactions,
                        utility,
                        wall,
                        schedule,
                        ids),
                new DestinationRegistryImpl());
    }

    RestServlet(Doors doors, DestinationRegistry registry) {
        super(registry, false);
        api = new RestApi(doors, registry);
    }

    /** Ends the event streams and the server. */
    @Deactivate
    public void close() {
        api.close();
    }
}
