package org.openprepay.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.openprepay.access.Access;
import org.openprepay.api.Caller;
import org.openprepay.api.CustomerId;
import org.openprepay.api.MeterId;
import org.openprepay.api.Outbox;
import org.openprepay.api.Outcome;
import org.openprepay.api.Schedule;
import org.openprepay.api.ServicePointId;
import org.openprepay.api.Slice;
import org.openprepay.api.Transactions;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.Customer;
import org.openprepay.customers.Customers;
import org.openprepay.customers.ServicePoint;
import org.openprepay.ledger.Ledger;
import org.openprepay.metering.Meter;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Orders;
import org.openprepay.metering.Row;
import org.openprepay.metering.Verdict;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.Intake;
import org.openprepay.prepayment.SupplyDesk;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RuleProblem;
import org.openprepay.rulebook.Rulebook;

/** The real servlet on a real HTTP server, before fakes of the domain. */
final class House implements AutoCloseable {
    final Staff staff = new Staff();
    final Till till = new Till();
    final Rows rows = new Rows();
    final Map<String, Runnable> ticks = new HashMap<>();
    final List<Row> fed = new ArrayList<>();
    private final Server jetty = new Server();
    private final RestServlet servlet;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    House() throws Exception {
        servlet = new RestServlet(doors(), new DestinationRegistryImpl());
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/api/*");
        jetty.setHandler(context);
        jetty.start();
        base = "http://127.0.0.1:" + connector.getLocalPort() + "/api/v1";
    }

    HttpResponse<String> get(String as, String path) throws IOException, InterruptedException {
        return send(request(as, path).GET());
    }

    HttpResponse<String> post(String as, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = request(as, path).POST(BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String as, String path) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        return as.isEmpty() ? request : request.header("Authorization", "Bearer " + as);
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() throws Exception {
        servlet.close();
        jetty.stop();
    }

    private Doors doors() {
        AtomicInteger ids = new AtomicInteger();
        return new Doors(
                Part.of(Access.class, staff),
                Part.of(Customers.class, new People()),
                Part.of(Metering.class, new Meters()),
                Part.of(Orders.class, new Queue()),
                Part.of(Accounts.class, till),
                Part.of(Intake.class, new Feed()),
                Part.of(SupplyDesk.class, new Desk()),
                Part.of(Alerts.class, new Desk()),
                Part.of(Rulebook.class, new Packs()),
                Part.of(Ledger.class, new Object()),
                Part.of(Outbox.class, rows),
                Part.of(Transactions.class, new OneByOne()),
                Part.of(UtilityClock.class, new Standing()),
                () -> Till.START,
                Part.of(Schedule.class, new ByHand()),
                () -> "reference-" + ids.incrementAndGet());
    }

    /** Runs bodies as they come. */
    public static final class OneByOne {
        public <T> Outcome<T> run(Supplier<Outcome<T>> body) {
            return body.get();
        }

        public <T> T read(Supplier<T> body) {
            return body.get();
        }
    }

    /** Ticks when the test says so. */
    public final class ByHand {
        public Schedule.Running every(String name, Duration period, Runnable work) {
            ticks.put(name, work);
            return () -> {};
        }
    }

    /** A clock that stands. */
    public static final class Standing {
        public Instant instant() {
            return Till.START;
        }

        public double pace() {
            return 300;
        }
    }

    /** Accepts every row. */
    public final class Feed {
        public Outcome<List<Verdict>> accept(Caller caller, List<Row> delivered) {
            fed.addAll(delivered);
            return Outcome.accepted(
                    delivered.stream()
                            .map(
                                    row ->
                                            new Verdict(
                                                    row.meter(),
                                                    Verdict.State.ACCEPTED,
                                                    "",
                                                    List.of(),
                                                    Optional.empty()))
                            .toList());
        }
    }

    /** Adds everybody. */
    public static final class People {
        public Outcome<Customer> add(Caller caller, Customer customer) {
            return Outcome.accepted(customer);
        }

        public Optional<Customer> find(Caller caller, CustomerId id) {
            return Optional.empty();
        }

        public Optional<ServicePoint> find(Caller caller, ServicePointId id) {
            return Optional.empty();
        }

        public Slice<Customer> search(
                Caller caller, String text, int limit, Optional<String> after) {
            return new Slice<>(List.of(), Optional.empty());
        }
    }

    /** No meters. */
    public static final class Meters {
        public Optional<Meter> find(MeterId id) {
            return Optional.empty();
        }

        public Slice<Metering.Quarantined> quarantine(
                Caller caller, int limit, Optional<String> after) {
            return new Slice<>(List.of(), Optional.empty());
        }
    }

    /** No orders. */
    public static final class Queue {
        public Slice<MeterOrder> list(
                Caller caller, Optional<MeterId> meter, int limit, Optional<String> after) {
            return new Slice<>(List.of(), Optional.empty());
        }
    }

    /** No alerts, no cuts. */
    public static final class Desk {
        public SupplyDesk.Brake brake(Caller caller) {
            return new SupplyDesk.Brake(false, "", "", Till.START, 0, 20, 0);
        }

        public Slice<Alerts.Alert> list(
                Caller caller, boolean open, int limit, Optional<String> after) {
            return new Slice<>(List.of(), Optional.empty());
        }
    }

    /** One pack. */
    public static final class Packs {
        public List<PackVersion> latest() {
            return List.of(
                    new PackVersion("flat", 1, "tariff", "Flat", "ab", Till.START, "system"));
        }

        public List<RuleProblem> problems(String pack) {
            return List.of();
        }

        public Map<String, List<RuleProblem>> rejected() {
            return Map.of();
        }
    }
}
