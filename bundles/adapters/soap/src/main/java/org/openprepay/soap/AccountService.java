package org.openprepay.soap;

import java.math.BigDecimal;
import java.util.List;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;

/** What billing systems ask and tell; rights and idempotency are those of the REST interface. */
@WebService(name = "AccountPort", targetNamespace = AccountService.NAMESPACE)
public interface AccountService {
    String NAMESPACE = "urn:openprepay:accounts:1";

    /** One account with its balance and supply. */
    @WebMethod
    @WebResult(name = "account")
    AccountSummary account(@WebParam(name = "id") String id) throws Refusal;

    /** Takes money; the same key and content gives the first receipt again, for ever. */
    @WebMethod
    @WebResult(name = "receipt")
    CreditReceipt credit(
            @WebParam(name = "idempotencyKey") String idempotencyKey,
            @WebParam(name = "account") String account,
            @WebParam(name = "amount") BigDecimal amount,
            @WebParam(name = "currency") String currency,
            @WebParam(name = "tender") String tender)
            throws Refusal;

    /** Entries in [from, to), newest first, at most five hundred; times as RFC 3339 in UTC. */
    @WebMethod
    @WebResult(name = "entry")
    List<StatementEntry> statement(
            @WebParam(name = "account") String account,
            @WebParam(name = "from") String from,
            @WebParam(name = "to") String to)
            throws Refusal;
}
