package org.openprepay.soap;

import javax.xml.ws.WebFault;

/** A fault with a stable code: {@code UNKNOWN_ACCOUNT}, {@code IDEMPOTENCY_CONFLICT} … */
@WebFault(name = "refusal", targetNamespace = AccountService.NAMESPACE)
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    public Refusal(String code, String message) {
        super(message);
        this.code = code;
    }

    public String getCode() {
        return code;
    }

    public String getFaultInfo() {
        return code;
    }
}
