package org.openprepay.api;

/** What is delivered, and the unit its usage is charged in. */
public enum Commodity {
    ELECTRICITY(Unit.KWH),
    WATER(Unit.M3),
    GAS(Unit.M3),
    HEAT(Unit.KWH);

    private final Unit unit;

    Commodity(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }
}
