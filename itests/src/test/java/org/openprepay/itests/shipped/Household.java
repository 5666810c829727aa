package org.openprepay.itests.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openprepay.itests.shipped.Api.Answer;
import org.openprepay.itests.shipped.Clerk.Call;

/**
 * One account on the flat tariff, whose register shows a tenth more with each tenth of a second.
 */
final class Household {
    static final String ACCOUNT = "A1";
    static final BigDecimal PRICE = new BigDecimal("0.14228");
    private static final String CURRENCY = "GBP";
    private static final String METER = "M1";
    private static final Path PACKS = Path.of(System.getProperty("basedir", "."), "..", "rules");

    private final Instant begin;

    private Household(Instant begin) {
        this.begin = begin;
    }

    /** Publishes the packs and opens everything that an account needs. */
    static Household open(Clerk clerk) throws IOException, InterruptedException {
        try (Stream<Path> packs = Files.list(PACKS)) {
            for (Path pack : packs.filter(Files::isDirectory).sorted().toList()) {
                String path = "/tariffs/" + pack.getFileName() + "/versions";
                create(clerk, path, Map.of("files", files(pack)));
            }
        }
        create(
                clerk,
                "/customers",
                Map.of("id", "C1", "name", "Ada Bell", "phone", "+441632960000", "language", "en"));
        create(
                clerk,
                "/service-points",
                Map.of(
                        "id", "S1",
                        "address", "1 Mill Lane, London",
                        "latitude", "51.5",
                        "longitude", "-0.1",
                        "zone", "Europe/London"));
        create(
                clerk,
                "/meters",
                Map.of(
                        "id",
                        METER,
                        "driver",
                        "meter-mqtt-json",
                        "address",
                        METER,
                        "commodity",
                        "ELECTRICITY",
                        "registerDigits",
                        6,
                        "maxPower",
                        "10000",
                        "settings",
                        Map.of("profile", "openprepay")));
        create(
                clerk,
                "/accounts",
                Map.of(
                        "id", ACCOUNT,
                        "customer", "C1",
                        "servicePoint", "S1",
                        "meter", METER,
                        "mode", "WALLET",
                        "tariff", "flat",
                        "policy", "supply-default",
                        "currency", CURRENCY));
        return new Household(Instant.now());
    }

    Call credit(String key, BigDecimal amount) throws IOException {
        return Call.of(
                "/accounts/" + ACCOUNT + "/credits",
                key,
                Map.of(
                        "amount",
                        Map.of("amount", amount.toPlainString(), "currency", CURRENCY),
                        "tender",
                        "cash"));
    }

    Call reading(String key, Instant at) throws IOException {
        return Call.of(
                "/readings",
                key,
                List.of(
                        Map.of(
                                "meter",
                                METER,
                                "register",
                                "1.8.0",
                                "kind",
                                "register",
                                "at",
                                at.toString(),
                                "value",
                                shown(at).toPlainString(),
                                "unit",
                                "kWh")));
    }

    Instant begin() {
        return begin;
    }

    /** What the register shows then. */
    BigDecimal shown(Instant at) {
        return BigDecimal.valueOf(Duration.between(begin, at).toMillis(), 3)
                .setScale(1, RoundingMode.DOWN);
    }

    private static void create(Clerk clerk, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        Answer answer = clerk.send(Call.of(path, "", body));
        assertEquals(2, answer.status() / 100, () -> path + ": " + answer);
    }

    private static Map<String, String> files(Path pack) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> inside = Files.walk(pack)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                files.put(pack.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
