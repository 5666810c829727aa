package org.openprepay.link.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openprepay.link.mqtt.Deadline.until;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.spi.link.Link;
import org.openprepay.spi.meter.Frame;

/** The link against a broker that is not ours. */
class MqttLinkTest {
    private static final List<String> UP = List.of("openprepay/+/up/#");
    private static final String A = "openprepay/A/up/readings";
    private static final String B = "openprepay/B/up/readings";

    private final Commits commits = new Commits();
    private static IndependentBroker broker;
    private static int servers;

    private MqttLink link;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new IndependentBroker();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @BeforeEach
    void connect() {
        servers++;
        link = link(IndependentBroker.PASSWORD);
        link.listen(UP, commits);
        until(() -> link.state().up());
    }

    @AfterEach
    void end() {
        link.close();
    }

    private MqttLink link(String password) {
        return new MqttLink(
                new Settings(
                        broker.url(),
                        IndependentBroker.USER,
                        password,
                        Optional.empty(),
                        "server-" + servers,
                        Duration.ofSeconds(30)));
    }

    @Test
    @Tag("REL-12")
    void whatWasCommittedIsNotDeliveredAgainAndWhatWasNotIs() throws Exception {
        try (var sender = new Sender(broker)) {
            sender.publish(A, "committed");
            sender.publish(B, "in flight");
        }
        int before = broker.acknowledged();
        commits.expect("committed").commit();
        Commits.Open lost = commits.expect("in flight");
        until(() -> broker.acknowledged() == before + 1);

        broker.away();
        until(() -> !link.state().up());
        broker.back();

        until(() -> link.state().up());
        lost.commit();
        commits.expect("in flight").commit();
        try (var sender = new Sender(broker)) {
            sender.publish(A, "next");
        }
        commits.expect("next").commit();
        commits.nothingMore();
    }

    @Test
    void aBrokerThatLostItsMemoryIsSubscribedAgain() throws Exception {
        broker.killAndReplace();
        until(() -> !link.state().up());
        until(() -> link.state().up());

        try (var sender = new Sender(broker)) {
            sender.publish(A, "after");
        }
        commits.expect("after").commit();
    }

    @Test
    void whatCouldNotBeKeptIsOfferedAgainBeforeItsSuccessors() throws Exception {
        try (var sender = new Sender(broker)) {
            sender.publish(A, "1");
            sender.publish(A, "2");
            sender.publish(B, "of another meter");
        }
        commits.expect("1").notNow();
        commits.expect("of another meter").commit();
        commits.expect("1").answer().completeExceptionally(new IllegalStateException("down"));
        commits.expect("1").commit();
        commits.expect("2").commit();
        commits.nothingMore();
    }

    @Test
    @Tag("HES-28")
    void tenMegabytesAreRefusedCountedAndForgotten() throws Exception {
        try (var sender = new Sender(broker)) {
            sender.publish(A, new byte[10 * 1024 * 1024]);
            sender.publish(A, "small");
        }
        commits.expect("small").commit();

        assertTrue(link.state().up());
        assertTrue(link.state().detail().endsWith("too long and refused: 1"));
    }

    @Test
    void aRetainedMessageOfYesterdayIsNotBelieved() throws Exception {
        try (var sender = new Sender(broker)) {
            sender.client().publish("tele/plug/SENSOR", new byte[] {1}, 1, true);
            link.listen(List.of("tele/+/SENSOR"), commits);
            until(() -> spokeAndWasHeard(sender));
        }
        commits.expect("2").commit();
    }

    /** A subscription takes its time, and what is said before it is nobody's. */
    private boolean spokeAndWasHeard(Sender sender) {
        try {
            sender.client().publish("tele/plug/SENSOR", new byte[] {'2'}, 1, false);
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
        return commits.heardAnything();
    }

    @Test
    void aWrongPasswordIsRefusedAndSaid() {
        link.close();
        link = link("wrong");
        link.listen(UP, commits);

        until(() -> !link.state().detail().equals("not connected yet"));

        assertFalse(link.state().up());
        assertTrue(link.state().detail().contains("user " + IndependentBroker.USER));
        assertFalse(link.state().detail().contains("wrong"));
    }

    @Test
    @Tag("CTRL-04")
    void anOrderReachesWhoIsThereAndIsNotKeptForOthers() throws Exception {
        BlockingQueue<String> got = new LinkedBlockingQueue<>();
        try (var meter = new Sender(broker)) {
            meter.client()
                    .subscribe(
                            "openprepay/A/down/order",
                            1,
                            (topic, message) -> got.add(kept(message) + message));
            link.send(Frame.text("openprepay/A/down/order", "off"));
            assertEquals("live off", got.poll(10, TimeUnit.SECONDS));
        }

        broker.away();
        until(() -> !link.state().up());
        Frame late = Frame.text("openprepay/A/down/order", "on");
        assertThrows(Link.Unreachable.class, () -> link.send(late));
        broker.back();
    }

    private static String kept(MqttMessage message) {
        return message.isRetained() ? "kept " : "live ";
    }

    @Test
    void aChannelThatIsNoTopicIsUnreachable() {
        Frame everybody = Frame.text("openprepay/+/down/order", "off");

        assertThrows(Link.Unreachable.class, () -> link.send(everybody));
    }

    @Test
    void tenThousandFramesPassWithinTheDeadline() throws Exception {
        int frames = 10_000;
        var all = new CountDownLatch(frames);
        link.listen(
                UP,
                frame -> {
                    all.countDown();
                    return CompletableFuture.completedFuture(true);
                });
        try (var sender = new Flood(broker)) {
            for (int i = 0; i < frames; i++) {
                sender.publish("openprepay/M" + i % 500 + "/up/readings", "{\"seq\":" + i + "}");
            }
            assertTrue(all.await(20, TimeUnit.SECONDS), () -> all.getCount() + " are missing");
        }
    }
}
