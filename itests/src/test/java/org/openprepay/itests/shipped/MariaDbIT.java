package org.openprepay.itests.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.vorburger.exec.ManagedProcessException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ACCT-04")
@Tag("REL-05")
@Tag("REL-09")
class MariaDbIT {
    @TempDir Path unpacked;
    @TempDir Path database;

    @Test
    void oneFileOfSettingsMovesTheServerToMariaDbWhereItSurvivesAKillToo()
            throws IOException, InterruptedException, ManagedProcessException, SQLException {
        try (MariaDb mariaDb = MariaDb.start(database);
                Server onH2 = Server.start(unpacked)) {
            onH2.stop();
            Path signIn = onH2.data().resolve("first-sign-in");
            Files.delete(signIn);
            Path etc = onH2.data().resolveSibling("etc");
            Files.writeString(etc.resolve("org.openprepay.store.cfg"), mariaDb.settings());
            try (Server moved = onH2.again()) {
                worksAndSurvivesAKill(moved);
                assertEquals(1, mariaDb.accounts(), "the account is in MariaDB");
            }
        }
    }

    private static void worksAndSurvivesAKill(Server server)
            throws IOException, InterruptedException {
        Clerk clerk = FirstSignIn.changePassword(server);
        isUp(clerk);
        Household household = Household.open(clerk);
        var work = new Work(household);
        work.reading(clerk, household.begin());
        work.credit(clerk, new BigDecimal("20.50"));
        work.reading(clerk, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Books.agree(clerk, work);
        work.credit(clerk, new BigDecimal("0.07"));
        server.kill();
        try (Server second = server.again()) {
            Clerk later = FirstSignIn.again(second);
            isUp(later);
            Books.agree(later, work);
            work.repeat(later);
            Books.agree(later, work);
        }
    }

    private static void isUp(Clerk clerk) throws IOException, InterruptedException {
        JsonNode health = clerk.get("/health").body();
        assertEquals("UP", health.path("status").asText(), health::toString);
        assertEquals("UP", health.at("/checks/store").asText(), health::toString);
    }
}
