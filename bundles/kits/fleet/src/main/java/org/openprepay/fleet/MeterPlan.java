package org.openprepay.fleet;

import java.math.BigDecimal;

/**
 * What a pretend meter is like.
 *
 * @param id its number, user name and client identifier
 * @param secret what it signs in with
 * @param offset where in the recorded half hours its household begins
 * @param scale how much more or less than the recorded household it uses
 * @param startRegister what its register shows at first, in kWh
 */
public record MeterPlan(
        String id, String secret, int offset, BigDecimal scale, BigDecimal startRegister) {
    public MeterPlan {
        if (offset < 0 || scale.signum() < 0 || startRegister.signum() < 0) {
            throw new IllegalArgumentException(
                    "meter " + id + ": offset, scale and start register must not be negative");
        }
    }
}
