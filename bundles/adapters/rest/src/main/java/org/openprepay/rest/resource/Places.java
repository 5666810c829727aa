package org.openprepay.rest.resource;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openprepay.api.Caller;
import org.openprepay.api.ServicePointId;
import org.openprepay.customers.Customers;
import org.openprepay.customers.ServicePoint;

/** Service points by number, remembered because every account shows its own. */
public final class Places {
    private static final int MAX_REMEMBERED = 20_000;
    private final Customers customers;
    private final Map<ServicePointId, ServicePoint> remembered = new ConcurrentHashMap<>();

    public Places(Customers customers) {
        this.customers = customers;
    }

    /** A service point, which never changes once it was added. */
    public Optional<ServicePoint> find(Caller caller, ServicePointId id) {
        ServicePoint known = remembered.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        var found = customers.find(caller, id);
        if (remembered.size() < MAX_REMEMBERED) {
            found.ifPresent(point -> remembered.put(id, point));
        }
        return found;
    }
}
