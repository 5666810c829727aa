package org.openprepay.prepayment.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one decision that policy rules add opinions to. The order of the rules is of no account: one
 * opinion to keep supply on outweighs every cut, and one opinion to spare puts a cut off.
 */
public final class Decision {
    private final List<String> on = new ArrayList<>();
    private final List<String> cuts = new ArrayList<>();
    private final List<String> spared = new ArrayList<>();
    private final Map<String, String> warnings = new LinkedHashMap<>();
    private BigDecimal offer = BigDecimal.ZERO;
    private int graceHours;

    /** Supply is to be on, also where it was cut. */
    public void keepOn(String why) {
        on.add(why);
    }

    /** Supply is to be cut. */
    public void cut(String why) {
        cuts.add(why);
    }

    /** Not now: supply stays as it is. */
    public void spare(String why) {
        spared.add(why);
    }

    /** Lends the customer so much, once, if the customer accepts. */
    public void offerEmergency(BigDecimal amount) {
        offer = offer.max(amount);
    }

    /** Tells the customer, once for each time the level is crossed. */
    public void warn(String level, String text) {
        warnings.put(level, text);
    }

    /** Supply stays on for so many hours from now, unless it is on longer already. */
    public void grace(int hours, String why) {
        if (hours > 0) {
            graceHours = Math.max(graceHours, hours);
            spare(why);
        }
    }

    public List<String> on() {
        return List.copyOf(on);
    }

    public List<String> cuts() {
        return List.copyOf(cuts);
    }

    public List<String> spared() {
        return List.copyOf(spared);
    }

    /** Texts by level. */
    public Map<String, String> warnings() {
        return Map.copyOf(warnings);
    }

    /** Zero when nothing is offered. */
    public BigDecimal offer() {
        return offer;
    }

    /** Zero when no grace is given. */
    public int graceHours() {
        return graceHours;
    }
}
