package org.openprepay.rules.drools;

import java.util.List;
import java.util.Set;

/**
 * The classes that rules may name.
 *
 * @param factPackages packages of facts, each ended by a dot
 */
record AllowedTypes(List<String> factPackages) {
    /** The packages of facts that the server's capabilities export. */
    static final List<String> SHIPPED =
            List.of("org.openprepay.tariff.facts.", "org.openprepay.prepayment.facts.");

    private static final Set<String> VALUES =
            Set.of(
                    "org.openprepay.api.Commodity",
                    "org.openprepay.api.Money",
                    "org.openprepay.api.Quantity",
                    "org.openprepay.api.Unit",
                    "java.math.BigDecimal",
                    "java.time.DayOfWeek",
                    "java.time.Duration",
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.LocalTime",
                    "java.time.Month",
                    "java.time.MonthDay",
                    "java.time.YearMonth");

    AllowedTypes {
        factPackages = List.copyOf(factPackages);
    }

    boolean isFact(String type) {
        return factPackages.stream().anyMatch(type::startsWith);
    }

    /** Facts, and the values that their properties have. */
    boolean isOurs(String type) {
        return isFact(type) || VALUES.contains(type);
    }

    /** A class, or all of a package of facts. */
    boolean mayImport(String target) {
        return isOurs(target.endsWith(".*") ? target.substring(0, target.length() - 1) : target);
    }

    String titles() {
        return String.join("* ", factPackages) + "* java.math.BigDecimal and dates of java.time";
    }
}
