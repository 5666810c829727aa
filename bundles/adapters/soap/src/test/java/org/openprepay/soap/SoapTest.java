package org.openprepay.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.access.Access;
import org.openprepay.prepayment.Accounts;

@Tag("INT-01")
class SoapTest {
    private final Office office = new Office();
    private final Server jetty = new Server();
    private SoapServlet servlet;
    private String address;

    @BeforeEach
    void open() throws Exception {
        servlet =
                new SoapServlet(
                        Part.of(Access.class, office),
                        Part.of(Accounts.class, office),
                        () -> Office.START);
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/soap/*");
        jetty.setHandler(context);
        jetty.start();
        address = "http://127.0.0.1:" + connector.getLocalPort() + "/soap/accounts";
    }

    @AfterEach
    void close() throws Exception {
        servlet.close();
        jetty.stop();
    }

    @Test
    void theDescriptionIsOpenToAllAndNamesTheCalls() throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address + "?wsdl")).build(),
                                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("operation name=\"credit\""), answer.body());
        assertTrue(answer.body().contains(address), answer.body());
    }

    @Test
    void aCallWithoutRightPasswordIsUnauthorized() throws Exception {
        assertEquals(
                401, call("clerk", "wrong", "<a:account><id>A1</id></a:account>").statusCode());
        assertEquals(0, office.credits);
    }

    @Test
    void theSameCreditTwiceCountsOnceAndASignInIsRememberedAMinute() throws Exception {
        String credit =
                "<a:credit><idempotencyKey>key-00000001</idempotencyKey><account>A1</account>"
                        + "<amount>12.34</amount><currency>KES</currency><tender>bank</tender>"
                        + "</a:credit>";
        assertTrue(call("clerk", "right", credit).body().contains("<balance>12.34</balance>"));
        assertTrue(call("clerk", "right", credit).body().contains("<balance>12.34</balance>"));
        assertEquals(1, office.credits);
        assertEquals(1, office.signIns);
        String other = call("clerk", "right", credit.replace("12.34", "9")).body();
        assertTrue(other.contains("IDEMPOTENCY_CONFLICT"), other);
    }

    @Test
    @Tag("SEC-02")
    void aViewerSeesButTakesNoMoney() throws Exception {
        String seen = call("viewer", "right", "<a:account><id>A1</id></a:account>").body();
        assertTrue(seen.contains("<supplyWanted>ON</supplyWanted>"), seen);
        String credit =
                "<a:credit><idempotencyKey>key-00000002</idempotencyKey><account>A1</account>"
                        + "<amount>1</amount><currency>KES</currency><tender>bank</tender>"
                        + "</a:credit>";
        String refused = call("viewer", "right", credit).body();
        assertTrue(refused.contains("FORBIDDEN"), refused);
        assertEquals(0, office.credits);
    }

    @Test
    void anUnknownAccountAndABadAmountAreFaultsWithACode() throws Exception {
        String unknown = call("viewer", "right", "<a:account><id>A9</id></a:account>").body();
        assertTrue(unknown.contains("UNKNOWN_ACCOUNT"), unknown);
        String bad = call("clerk", "right", "<a:credit><account>A1</account></a:credit>").body();
        assertTrue(bad.contains("BAD_INPUT"), bad);
    }

    private HttpResponse<String> call(String name, String password, String body) throws Exception {
        String envelope =
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:a=\""
                        + AccountService.NAMESPACE
                        + "\"><s:Body>"
                        + body
                        + "</s:Body></s:Envelope>";
        String basic =
                Base64.getEncoder()
                        .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", "\"\"")
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.ofString(envelope));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
