package org.openprepay.soap;

import java.math.BigDecimal;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import org.jspecify.annotations.NullUnmarked;
import org.openprepay.prepayment.Accounts;

/** What a credit did; JAXB fills the fields. */
@NullUnmarked
@XmlType(name = "Receipt", namespace = AccountService.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public final class CreditReceipt {
    @XmlElement(required = true)
    private String entry;

    @XmlElement(required = true)
    private String number;

    @XmlElement(required = true)
    private BigDecimal amount;

    @XmlElement(required = true)
    private BigDecimal balance;

    @XmlElement(required = true)
    private String currency;

    static CreditReceipt of(Accounts.Receipt receipt) {
        var form = new CreditReceipt();
        form.entry = receipt.entry().value();
        form.number = receipt.number();
        form.amount = receipt.amount().amount();
        form.balance = receipt.balance().amount();
        form.currency = receipt.balance().currency();
        return form;
    }
}
