package org.openprepay.soap;

import java.math.BigDecimal;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import org.jspecify.annotations.NullUnmarked;
import org.openprepay.prepayment.Accounts;

/** An account as billing systems see it; JAXB fills the fields. */
@NullUnmarked
@XmlType(name = "Account", namespace = AccountService.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public final class AccountSummary {
    @XmlElement(required = true)
    private String id;

    @XmlElement(required = true)
    private String customer;

    @XmlElement(required = true)
    private String meter;

    @XmlElement(required = true)
    private String tariff;

    @XmlElement(required = true)
    private BigDecimal balance;

    @XmlElement(required = true)
    private String currency;

    @XmlElement(required = true)
    private String supplyWanted;

    private String supplyFound;

    static AccountSummary of(Accounts.View view) {
        var summary = new AccountSummary();
        summary.id = view.account().id().value();
        summary.customer = view.account().customer().value();
        summary.meter = view.account().meter().value();
        summary.tariff = view.account().tariff();
        summary.balance = view.balance().amount();
        summary.currency = view.balance().currency();
        summary.supplyWanted = view.supply().wanted().name();
        summary.supplyFound = view.supply().found().map(Enum::name).orElse(null);
        return summary;
    }
}
