package org.openprepay.itests.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.openprepay.itests.shipped.Api.Answer;
import org.openprepay.itests.shipped.Clerk.Call;

/** What clients sent, and which answers reached them. */
final class Work {
    private static final BigDecimal STEP = new BigDecimal("0.01");
    private static final Set<String> KNOWN = Set.of("accepted", "duplicate");

    private final Household household;
    private final Map<String, BigDecimal> credits = new ConcurrentHashMap<>();
    private final Queue<Instant> readings = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

    Work(Household household) {
        this.household = household;
    }

    /** A call with its answer, when one came. */
    private record Sent(Call call, Optional<Answer> answer) {
        boolean moneyTaken() {
            return call.path().endsWith("/credits") && answer.isPresent();
        }
    }

    Map<String, BigDecimal> credits() {
        return Map.copyOf(credits);
    }

    /** What the register showed in the newest reading. */
    BigDecimal used() {
        return readings.stream().map(household::shown).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    long lost() {
        return sent.stream().filter(each -> each.answer().isEmpty()).count();
    }

    void credit(Clerk clerk, BigDecimal amount) throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        credits.put(key, amount);
        send(clerk, household.credit(key, amount));
    }

    void reading(Clerk clerk, Instant at) throws IOException, InterruptedException {
        readings.add(at);
        send(clerk, household.reading(UUID.randomUUID().toString(), at));
    }

    /** Credits and readings in turn, until an answer stays away; each answer counts down. */
    void untilCutOff(Clerk clerk, CountDownLatch answers) throws IOException, InterruptedException {
        long before = lost();
        for (int i = 1; lost() == before; i++) {
            credit(clerk, STEP.multiply(BigDecimal.valueOf(i)));
            answers.countDown();
            if (lost() == before) {
                reading(clerk, Instant.now().truncatedTo(ChronoUnit.MILLIS));
                answers.countDown();
            }
        }
    }

    /** Sends everything again; what was answered once is answered the same again. */
    void repeat(Clerk clerk) throws IOException, InterruptedException {
        List<Sent> all = List.copyOf(sent);
        sent.clear();
        for (Sent each : all) {
            Answer again = checked(each.call(), clerk.send(each.call()));
            if (each.moneyTaken()) {
                assertEquals(each.answer().orElseThrow(), again, "the first answer again");
            }
            sent.add(new Sent(each.call(), Optional.of(each.answer().orElse(again))));
        }
    }

    private void send(Clerk clerk, Call call) throws IOException, InterruptedException {
        Optional<Answer> answer;
        try {
            answer = Optional.of(checked(call, clerk.send(call)));
        } catch (IOException cutOff) {
            answer = Optional.empty();
        }
        sent.add(new Sent(call, answer));
    }

    private static Answer checked(Call call, Answer answer) throws IOException {
        assertEquals(2, answer.status() / 100, () -> call + " was answered " + answer);
        if (call.path().equals("/readings")) {
            String state = answer.body().at("/rows/0/state").asText();
            assertTrue(KNOWN.contains(state), () -> call + " was answered " + answer);
        }
        return answer;
    }
}
