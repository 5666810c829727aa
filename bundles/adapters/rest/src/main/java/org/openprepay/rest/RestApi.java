package org.openprepay.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.sse.SseFeature;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.openprepay.api.Schedule;
import org.openprepay.rest.http.Audited;
import org.openprepay.rest.http.BodyLimit;
import org.openprepay.rest.http.ExactJson;
import org.openprepay.rest.http.Gate;
import org.openprepay.rest.http.Problems;
import org.openprepay.rest.http.SafeHeaders;
import org.openprepay.rest.live.EventStream;
import org.openprepay.rest.live.LiveLoad;
import org.openprepay.rest.live.Tail;
import org.openprepay.rest.resource.AccountResource;
import org.openprepay.rest.resource.CounterResource;
import org.openprepay.rest.resource.CustomerResource;
import org.openprepay.rest.resource.EventResource;
import org.openprepay.rest.resource.Figures;
import org.openprepay.rest.resource.MeterResource;
import org.openprepay.rest.resource.OfficeResource;
import org.openprepay.rest.resource.OperationsResource;
import org.openprepay.rest.resource.OrderResource;
import org.openprepay.rest.resource.Places;
import org.openprepay.rest.resource.ReadingResource;
import org.openprepay.rest.resource.ServerResource;
import org.openprepay.rest.resource.SessionResource;
import org.openprepay.rest.resource.TariffResource;
import org.openprepay.rest.resource.WatchResource;

/** The whole interface, served at {@code /v1} below the servlet that owns the registry. */
final class RestApi implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(200);

    /** Every resource class; also what the description is read from. */
    static final Set<Class<?>> RESOURCES =
            new LinkedHashSet<>(
                    List.of(
                            SessionResource.class,
                            CustomerResource.class,
                            MeterResource.class,
                            ReadingResource.class,
                            AccountResource.class,
                            CounterResource.class,
                            OrderResource.class,
                            WatchResource.class,
                            TariffResource.class,
                            OfficeResource.class,
                            OperationsResource.class,
                            EventResource.class,
                            ServerResource.class));

    private final EventStream stream;
    private final List<Schedule.Running> running;
    private final Server server;
    private final Bus bus;

    RestApi(Doors doors, DestinationRegistry registry) {
        Tail tail = new Tail(doors.outbox(), doors.transactions());
        LiveLoad load = new LiveLoad(tail);
        stream = new EventStream(tail);
        bus = Libraries.within(Bus.class, ExtensionManagerBus::new);
        server = Libraries.within(Bus.class, () -> serve(doors, tail, load, registry));
        running =
                List.of(
                        doors.schedule().every("rest-events", TICK, stream::tick),
                        doors.schedule().every("rest-load", TICK, load::tick));
    }

    @Override
    public void close() {
        running.forEach(Schedule.Running::close);
        stream.close();
        server.destroy();
        bus.shutdown(true);
    }

    private Server serve(Doors doors, Tail tail, LiveLoad load, DestinationRegistry registry) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setDestinationFactory(new HTTPTransportFactory(registry));
        factory.setAddress("/v1");
        factory.setFeatures(List.of(new SseFeature()));
        factory.setProviders(providers(doors));
        factory.setServiceBeans(resources(doors, tail, load));
        return factory.create();
    }

    private static List<Object> providers(Doors doors) {
        ObjectMapper mapper = ExactJson.mapper();
        return List.of(
                new JacksonJsonProvider(mapper),
                new Problems(doors.ids()),
                new Gate(doors.access()::session),
                new BodyLimit(),
                new SafeHeaders());
    }

    private List<Object> resources(Doors doors, Tail tail, LiveLoad load) {
        var audited = new Audited(doors.transactions(), doors.access());
        var places = new Places(doors.customers());
        var figures =
                new Figures(
                        doors.metering(),
                        doors.orders(),
                        doors.alerts(),
                        doors.supplyDesk(),
                        load,
                        stream);
        return List.of(
                new SessionResource(doors.access()),
                new CustomerResource(doors.customers(), audited),
                new MeterResource(doors.metering(), doors.customers(), doors.utility(), audited),
                new ReadingResource(doors.intake(), doors.metering(), audited),
                new AccountResource(doors.accounts(), places, doors.utility()),
                new CounterResource(doors.accounts(), doors.utility(), doors.ids()),
                new OrderResource(doors.orders(), doors.metering(), doors.wall(), audited),
                new WatchResource(doors.alerts(), doors.supplyDesk()),
                new TariffResource(doors.rulebook(), doors.utility(), audited),
                new OfficeResource(doors.access(), doors.ledger()),
                new OperationsResource(
                        doors.accounts(),
                        places,
                        doors.alerts(),
                        doors.supplyDesk(),
                        doors.rulebook(),
                        doors.utility(),
                        load),
                new EventResource(stream, doors.access()),
                new ServerResource(
                        tail,
                        doors.metering(),
                        doors.rulebook(),
                        figures,
                        new OpenApiText(RESOURCES)));
    }
}
