package org.openprepay.broker;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.openprepay.link.mqtt.MqttLink;
import org.openprepay.meter.mqtt.json.MqttJsonDriver;
import org.openprepay.spi.link.Link;
import org.openprepay.spi.meter.Dialogue;
import org.openprepay.spi.meter.Frame;
import org.openprepay.spi.meter.Meter;
import org.openprepay.spi.meter.MeterAddress;
import org.openprepay.spi.meter.Order;
import org.openprepay.spi.meter.Report;
import org.openprepay.spi.meter.Step;

/** Just enough of a host to carry frames between the real driver and the real link. */
final class PocketHost implements Link.Listener, AutoCloseable {
    private final MqttJsonDriver driver = new MqttJsonDriver();
    private final MqttLink link;
    private final Map<MeterAddress, Dialogue> dialogues = new ConcurrentHashMap<>();
    private final Map<String, BigDecimal> readings = new ConcurrentSkipListMap<>();
    private final BlockingQueue<Report> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<Step.Refused> refused = new LinkedBlockingQueue<>();
    private volatile Instant now = Instant.EPOCH;

    PocketHost(String url, String password) {
        link = new MqttLink(new LinkConfig(url, Rights.SERVER, password));
        link.listen(driver.passport().channels(), this);
    }

    void time(Instant utilityNow) {
        now = utilityNow;
    }

    @Override
    public CompletionStage<Boolean> heard(Frame frame) {
        MeterAddress address = driver.identify(frame).orElseThrow();
        Dialogue dialogue = dialogue(address);
        synchronized (dialogue) {
            act(address, dialogue, dialogue.answered(frame, now));
        }
        return CompletableFuture.completedFuture(true);
    }

    private Dialogue dialogue(MeterAddress address) {
        return dialogues.computeIfAbsent(
                address,
                a -> driver.open(new Meter(a.value(), a, Map.of()), name -> Optional.empty()));
    }

    private void act(MeterAddress address, Dialogue dialogue, Step step) {
        if (step instanceof Step.Got got) {
            got.report()
                    .registers()
                    .forEach(r -> readings.put(address.value() + " " + r.at(), r.value()));
            act(address, dialogue, dialogue.committed(got.report(), now));
        } else if (step instanceof Step.Done answer) {
            done.add(answer.report());
        } else if (step instanceof Step.Refused no) {
            refused.add(no);
        } else if (step instanceof Step.Send send) {
            send(send.frames());
        }
    }

    private void send(List<Frame> frames) {
        try {
            for (Frame frame : frames) {
                link.send(frame);
            }
        } catch (Link.Unreachable away) {
            refused.add(new Step.Refused(Step.Why.METER_SAID_NO, away.getMessage()));
        }
    }

    void order(String meter, Order order) {
        Dialogue dialogue = dialogue(new MeterAddress(meter));
        synchronized (dialogue) {
            act(new MeterAddress(meter), dialogue, dialogue.start(order, now));
        }
    }

    BlockingQueue<Report> done() {
        return done;
    }

    BlockingQueue<Step.Refused> refused() {
        return refused;
    }

    Map<String, BigDecimal> readings() {
        return readings;
    }

    boolean up() {
        return link.state().up();
    }

    @Override
    public void close() {
        link.close();
    }
}
