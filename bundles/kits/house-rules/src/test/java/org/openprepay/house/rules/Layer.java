package org.openprepay.house.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * One row of the table of arrows: a bundle's packages and the packages of ours that it may import.
 */
record Layer(String name, List<String> packages, List<String> mayImport) {
    private static final String[] API = {"org.openprepay.api..", "org.openprepay.spi.."};
    private static final String RULEBOOK = "org.openprepay.rulebook..";
    private static final String[] CAPABILITIES = {
        "org.openprepay.customers",
        "org.openprepay.ledger",
        "org.openprepay.tariff",
        "org.openprepay.tariff.facts",
        "org.openprepay.metering",
        "org.openprepay.metering.facts",
        "org.openprepay.notices",
        "org.openprepay.notices.facts",
        "org.openprepay.access",
        "org.openprepay.access.facts"
    };
    private static final String[] ACCOUNT = {
        "org.openprepay.prepayment", "org.openprepay.prepayment.facts"
    };

    static final List<Layer> ALL =
            List.of(
                    new Layer("api", List.of(API), List.of()),
                    layer("rulebook", API),
                    layer("customers", API, RULEBOOK),
                    layer("ledger", API),
                    layer("tariff", API, RULEBOOK),
                    layer("metering", API, RULEBOOK),
                    layer("notices", API, RULEBOOK),
                    layer("access", API, RULEBOOK),
                    layer("prepayment", API, RULEBOOK, CAPABILITIES),
                    layer("rules.drools", API, RULEBOOK, "org.openprepay.*.facts"),
                    door("store"),
                    door("host"),
                    door("rest"),
                    door("soap"),
                    layer("console"),
                    door("webconsole"),
                    door("shell"),
                    door("broker"),
                    layer(
                            "demo",
                            API,
                            "org.openprepay.rulebook",
                            CAPABILITIES,
                            ACCOUNT,
                            "org.openprepay.fleet.."),
                    layer("link.mqtt", (Object) API),
                    layer("meter.mqtt.json", (Object) API),
                    layer("fleet", (Object) API));

    /** The packages of the domain, whose code knows no library. */
    static final String[] DOMAIN = {
        "org.openprepay.api..",
        "org.openprepay.spi..",
        "org.openprepay.rulebook..",
        "org.openprepay.customers..",
        "org.openprepay.ledger..",
        "org.openprepay.tariff..",
        "org.openprepay.metering..",
        "org.openprepay.notices..",
        "org.openprepay.access..",
        "org.openprepay.prepayment.."
    };

    /** Itself and what it may import. */
    String[] allowed() {
        return Stream.concat(packages.stream(), mayImport.stream()).toArray(String[]::new);
    }

    private static Layer door(String name) {
        return layer(name, API, "org.openprepay.rulebook", CAPABILITIES, ACCOUNT);
    }

    private static Layer layer(String name, Object... mayImport) {
        List<String> imports =
                Stream.of(mayImport)
                        .flatMap(p -> p instanceof String[] many ? Stream.of(many) : Stream.of(p))
                        .map(String.class::cast)
                        .toList();
        return new Layer(name, List.of("org.openprepay." + name + ".."), imports);
    }
}
