package org.openprepay.metering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;

/** Where orders are kept; called inside a transaction. */
public interface OrderStore {
    void add(MeterOrder order);

    void update(MeterOrder order);

    /** Locks the order's row. */
    Optional<MeterOrder> lock(OrderId id);

    Optional<MeterOrder> find(OrderId id);

    /** Unended supply orders of a meter, locked. */
    List<MeterOrder> openSupply(MeterId meter);

    List<MeterOrder> due(Instant now, int limit);

    List<MeterOrder> list(Optional<MeterId> meter, int limit, Optional<String> after);
}
