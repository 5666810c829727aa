package org.openprepay.host.carry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openprepay.api.MeterId;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;
import org.openprepay.spi.link.Link;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.MeterAddress;
import org.openprepay.spi.meter.MeterDriver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which drivers and links are here, and opens one conversation a meter. Drivers and links are
 * dynamic, because they come and go while the server runs; a conversation ends with its driver or
 * link.
 */
@Component(service = Switchboard.class)
public final class Switchboard {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final Metering metering;
    private final Hearing hearing;
    private final List<MeterDriver> drivers = new CopyOnWriteArrayList<>();
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final Map<MeterId, Conversation> conversations = new ConcurrentHashMap<>();

    @Activate
    public Switchboard(@Reference Metering metering, @Reference Hearing hearing) {
        this.metering = metering;
        this.hearing = hearing;
    }

    @Deactivate
    void stop() {
        links.forEach(Link::close);
        conversations.clear();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDriver(MeterDriver driver) {
        drivers.add(driver);
        LOG.info("driver here id={} link={}", driver.passport().id(), driver.passport().link());
        relisten();
    }

    void removeDriver(MeterDriver driver) {
        drivers.remove(driver);
        conversations.values().removeIf(conversation -> conversation.driver() == driver);
        LOG.info("driver gone id={}", driver.passport().id());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addLink(Link link) {
        links.add(link);
        LOG.info("link here kind={}", link.kind());
        relisten();
    }

    void removeLink(Link link) {
        links.remove(link);
        conversations.values().removeIf(conversation -> conversation.link() == link);
        LOG.info("link gone kind={}", link.kind());
    }

    /** The conversation with a registered meter, when its driver and a link for it are here. */
    Optional<Conversation> with(MeterId id) {
        Conversation known = conversations.get(id);
        return known != null ? Optional.of(known) : metering.find(id).flatMap(this::open);
    }

    /** The links and their states, for screens. */
    List<Link> links() {
        return List.copyOf(links);
    }

    /** Forgets what was known of a meter, so that its next frame finds its newest registration. */
    void forget(MeterId id) {
        conversations.remove(id);
    }

    private Optional<Conversation> open(Meter meter) {
        Optional<MeterDriver> driver = driver(meter.driver());
        return driver.flatMap(
                found ->
                        links.stream()
                                .filter(link -> link.kind().equals(found.passport().link()))
                                .findFirst()
                                .map(
                                        link ->
                                                keep(
                                                        new Conversation(
                                                                meter,
                                                                found,
                                                                open(found, meter),
                                                                link))));
    }

    private Conversation keep(Conversation fresh) {
        return conversations.computeIfAbsent(fresh.meter().id(), id -> fresh);
    }

    private org.openprepay.spi.meter.Dialogue open(MeterDriver driver, Meter meter) {
        var address = new MeterAddress(meter.address());
        var known =
                new org.openprepay.spi.meter.Meter(meter.id().value(), address, meter.settings());
        Map<String, String> memory = metering.memory(meter.id());
        return driver.open(known, name -> Optional.ofNullable(memory.get(name)));
    }

    private Optional<MeterDriver> driver(String id) {
        return drivers.stream().filter(driver -> driver.passport().id().equals(id)).findFirst();
    }

    private void relisten() {
        for (Link link : links) {
            List<String> channels =
                    drivers.stream()
                            .filter(driver -> driver.passport().link().equals(link.kind()))
                            .flatMap(driver -> driver.passport().channels().stream())
                            .distinct()
                            .toList();
            if (!channels.isEmpty()) {
                link.listen(channels, frame -> hearing.heard(this, link, frame));
            }
        }
    }

    /** Who speaks, by the first driver that knows the frame. */
    Optional<Speaker> speaker(Link link, Frame frame) {
        for (MeterDriver driver : drivers) {
            if (driver.passport().link().equals(link.kind())) {
                Optional<MeterAddress> address = driver.identify(frame);
                if (address.isPresent()) {
                    return Optional.of(new Speaker(driver, address.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The registered meter at an address, or nobody. */
    Optional<Conversation> with(Speaker speaker) {
        return hearing.known(speaker).flatMap(this::with);
    }

    /** A driver and the address it heard. */
    record Speaker(MeterDriver driver, MeterAddress address) {}
}
