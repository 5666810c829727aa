package org.openprepay.soap;

import java.math.BigDecimal;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import org.jspecify.annotations.NullUnmarked;
import org.openprepay.api.Money;
import org.openprepay.ledger.Book;
import org.openprepay.ledger.Entry;
import org.openprepay.ledger.Posting;
import org.openprepay.prepayment.Account;

/** One entry of a statement; JAXB fills the fields. */
@NullUnmarked
@XmlType(name = "Entry", namespace = AccountService.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public final class StatementEntry {
    @XmlElement(required = true)
    private String id;

    @XmlElement(required = true)
    private String at;

    @XmlElement(required = true)
    private String kind;

    @XmlElement(required = true)
    private String text;

    @XmlElement(required = true)
    private BigDecimal amount;

    private String corrects;

    static StatementEntry of(Account account, Entry entry) {
        var form = new StatementEntry();
        form.id = entry.id().value();
        form.at = entry.at().toString();
        form.kind = entry.kind();
        form.text = entry.text();
        form.amount = amount(account, entry);
        form.corrects = entry.corrects().map(Object::toString).orElse(null);
        return form;
    }

    private static BigDecimal amount(Account account, Entry entry) {
        return entry.postings().stream()
                .filter(posting -> counts(account, posting))
                .map(Posting::amount)
                .reduce(Money.zero(account.currency()), Money::plus)
                .amount();
    }

    private static boolean counts(Account account, Posting posting) {
        return posting.book().equals(Book.wallet(account.id()))
                || posting.book().equals(Book.emergency(account.id()));
    }
}
