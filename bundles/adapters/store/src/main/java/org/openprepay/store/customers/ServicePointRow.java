package org.openprepay.store.customers;

import java.math.BigDecimal;
import java.time.ZoneId;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openprepay.api.ServicePointId;
import org.openprepay.customers.ServicePoint;

/** A service point's row; its decimals are text, so that the same record comes back. */
@Entity
@Table(name = "service_point")
class ServicePointRow {
    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "address")
    private String address = "";

    @Column(name = "latitude")
    private String latitude = "";

    @Column(name = "longitude")
    private String longitude = "";

    @Column(name = "zone")
    private String zone = "";

    protected ServicePointRow() {}

    ServicePointRow(ServicePoint point) {
        id = point.id().value();
        address = point.address();
        latitude = point.latitude().toString();
        longitude = point.longitude().toString();
        zone = point.zone().getId();
    }

    ServicePoint point() {
        return new ServicePoint(
                new ServicePointId(id),
                address,
                new BigDecimal(latitude),
                new BigDecimal(longitude),
                ZoneId.of(zone));
    }
}
