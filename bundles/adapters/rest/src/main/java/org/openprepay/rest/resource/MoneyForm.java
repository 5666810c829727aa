package org.openprepay.rest.resource;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.openprepay.api.Money;
import org.openprepay.rest.http.Input;

/** An exact amount of a currency. */
public record MoneyForm(
        @Schema(type = "string", example = "12.34") BigDecimal amount, String currency) {

    static MoneyForm of(Money money) {
        return new MoneyForm(money.amount(), money.currency());
    }

    static Map<String, MoneyForm> of(Map<String, Money> amounts) {
        var forms = new TreeMap<String, MoneyForm>();
        amounts.forEach((name, amount) -> forms.put(name, of(amount)));
        return forms;
    }

    Money money(String field) {
        return Input.of(field, this, form -> new Money(form.currency, form.amount));
    }
}
