package org.openprepay.soap;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.openprepay.access.Access;
import org.openprepay.access.Access.Session;
import org.openprepay.api.Caller;
import org.openprepay.prepayment.Accounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The SOAP door at {@code /soap}, with a registry and bus of its own. The description is open to
 * all; every call signs in by HTTP Basic.
 */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardServletName("openprepay-soap")
@HttpWhiteboardServletPattern("/soap/*")
public final class SoapServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1;
    private static final int MAX_BYTES = 64 * 1024;
    private final transient ThreadLocal<Optional<Session>> visitor =
            ThreadLocal.withInitial(Optional::empty);
    private final transient Visitors visitors;
    private final transient Bus bus;
    private final transient Server server;

    @Activate
    public SoapServlet(
            @Reference Access access,
            @Reference Accounts accounts,
            @Reference(target = "(clock=wall)") InstantSource wall) {
        this(access, accounts, wall, new DestinationRegistryImpl());
    }

    private SoapServlet(
            Access access, Accounts accounts, InstantSource wall, DestinationRegistry registry) {
        super(registry, false);
        visitors = new Visitors(access, wall);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Bus.class.getClassLoader());
        try {
            bus = new ExtensionManagerBus();
            server = serve(accounts, registry);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void service(ServletRequest request, ServletResponse response)
            throws ServletException, IOException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        if (http.getMethod().equals("GET")) {
            super.service(request, response);
        } else if (http.getContentLengthLong() < 0 || http.getContentLengthLong() > MAX_BYTES) {
            answer.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            serveSignedIn(http, answer);
        }
    }

    /** Ends the service. */
    @Deactivate
    public void close() {
        server.destroy();
        bus.shutdown(true);
    }

    private void serveSignedIn(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Session> session = visitors.session(request.getHeader("Authorization"));
        if (session.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"openprepay\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        visitor.set(session);
        try {
            super.service(request, response);
        } finally {
            visitor.remove();
        }
    }

    private Server serve(Accounts accounts, DestinationRegistry registry) {
        var http = new HTTPTransportFactory(registry);
        var factories = bus.getExtension(DestinationFactoryManager.class);
        http.getTransportIds().forEach(id -> factories.registerDestinationFactory(id, http));
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setServiceBean(new Desk(accounts, this::caller));
        factory.setAddress("/accounts");
        return factory.create();
    }

    private Caller caller() {
        return visitor.get()
                .map(Session::caller)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
