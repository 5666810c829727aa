package org.openprepay.customers.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openprepay.api.Outcome;
import org.openprepay.customers.Customer;
import org.openprepay.customers.ServicePoint;

/** What a customer or a service point must look like. */
final class Entries {
    private static final Pattern PHONE = Pattern.compile("(\\+?[0-9 ()/.-]{3,32})?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int MAX_ADDRESS = 200;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    private Entries() {}

    static Optional<Outcome<Customer>> flaw(Customer customer) {
        if (!PHONE.matcher(customer.phone()).matches()) {
            return refused("BAD_PHONE", "phone", "a phone number has 3 to 32 digits, or is empty");
        }
        if (!LANGUAGE.matcher(customer.language()).matches()) {
            return refused("BAD_LANGUAGE", "language", "a language is a tag such as en or sw-KE");
        }
        return Optional.empty();
    }

    static Optional<Outcome<ServicePoint>> flaw(ServicePoint point) {
        if (point.address().isBlank() || point.address().length() > MAX_ADDRESS) {
            return refused(
                    "BAD_ADDRESS", "address", "an address has 1 to " + MAX_ADDRESS + " characters");
        }
        if (point.latitude().abs().compareTo(POLE) > 0) {
            return refused("BAD_PLACE", "latitude", "a latitude lies between -90 and 90");
        }
        if (point.longitude().abs().compareTo(DATE_LINE) > 0) {
            return refused("BAD_PLACE", "longitude", "a longitude lies between -180 and 180");
        }
        return Optional.empty();
    }

    static boolean same(ServicePoint known, ServicePoint point) {
        return known.address().equals(point.address())
                && known.latitude().compareTo(point.latitude()) == 0
                && known.longitude().compareTo(point.longitude()) == 0
                && known.zone().equals(point.zone());
    }

    static <T> Outcome<T> duplicate(String what) {
        return Outcome.refused(
                "DUPLICATE", "id", what + " exists with another content; use another id");
    }

    private static <T> Optional<Outcome<T>> refused(String code, String field, String message) {
        return Optional.of(Outcome.refused(code, field, message));
    }
}
