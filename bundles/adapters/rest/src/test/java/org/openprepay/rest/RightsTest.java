package org.openprepay.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openprepay.access.Role;
import org.openprepay.rest.http.Lets;
import org.openprepay.rest.http.Needs;

@Tag("SEC-02")
class RightsTest {
    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = new House();
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private record Call(String verb, String path, Method method) {
        boolean streams() {
            return path.endsWith("/events");
        }
    }

    @Test
    void everyCallDeclaresWhoMayMakeIt() {
        for (Call call : calls()) {
            assertTrue(
                    call.method.isAnnotationPresent(Needs.class)
                            != call.method.isAnnotationPresent(Lets.class),
                    call.toString());
        }
        assertTrue(calls().size() > 40);
    }

    @Test
    void nobodyWithoutSessionGetsPastAnyCallThatNeedsARight() throws Exception {
        for (Call call : calls()) {
            int status = status("", call);
            Lets lets = call.method.getAnnotation(Lets.class);
            boolean open = lets != null && lets.value() == Lets.Who.ANYBODY;
            assertEquals(!open, status == 401, call + " answered " + status);
        }
    }

    @Test
    void eachRoleMakesExactlyTheCallsItsRightsCover() throws Exception {
        for (Role role : Role.values()) {
            for (Call call : calls()) {
                Needs needs = call.method.getAnnotation(Needs.class);
                boolean may = needs == null || role.rights().contains(needs.value());
                if (may && call.streams()) {
                    continue;
                }
                int status = status(role.code(), call);
                assertEquals(!may, status == 403, role + " " + call + " answered " + status);
                assertFalse(status == 401, role + " " + call);
            }
        }
    }

    @Test
    void aOneTimePasswordOnlyAllowsANewPassword() throws Exception {
        for (Call call : calls()) {
            if (call.method.isAnnotationPresent(Needs.class)) {
                assertEquals(403, status("one-time", call), call.toString());
            }
        }
        assertEquals(200, house.get("one-time", "/me").statusCode());
    }

    private static int status(String as, Call call) throws Exception {
        var request = house.request(as, call.path);
        if (call.verb.equals("POST") || call.verb.equals("PUT")) {
            request.header("Content-Type", "application/json");
            request.method(call.verb, BodyPublishers.ofString("{\"nonsense\":1}"));
        } else {
            request.method(call.verb, BodyPublishers.noBody());
        }
        return house.send(request).statusCode();
    }

    private static List<Call> calls() {
        var calls = new ArrayList<Call>();
        for (Class<?> resource : RestApi.RESOURCES) {
            for (Method method : resource.getMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        calls.add(new Call(verb.value(), path(resource, method), method));
                    }
                }
            }
        }
        return calls;
    }

    private static String path(Class<?> resource, Method method) {
        Path inner = method.getAnnotation(Path.class);
        String whole =
                resource.getAnnotation(Path.class).value()
                        + "/"
                        + (inner == null ? "" : inner.value());
        return "/"
                + String.join(
                        "/",
                        Arrays.stream(whole.split("/"))
                                .filter(step -> !step.isEmpty())
                                .map(step -> step.startsWith("{") ? "1" : step)
                                .toList());
    }
}
