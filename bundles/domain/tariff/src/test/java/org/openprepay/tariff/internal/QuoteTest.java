package org.openprepay.tariff.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.openprepay.api.Money;
import org.openprepay.api.Quantity;
import org.openprepay.api.Unit;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Tariffs.Quote;
import org.openprepay.tariff.facts.Bill;
import org.openprepay.tariff.facts.Usage;

/** A quote is the inverse of the bill. */
@Tag("TAR-08")
class QuoteTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant MARCH = Instant.parse("2012-03-01T00:00:00Z");
    private static final Quantity LITTLE = Quantity.of("0.001", Unit.KWH);

    private final RunningBills tariffs = new RunningBills(shelf());

    private static Shelf shelf() {
        var shelf = new Shelf();
        for (String name : List.of("flat", "domestic", "time-of-use")) {
            shelf.put(Packs.load(name), "2000-01-01T00:00:00Z");
        }
        return shelf;
    }

    @Property(tries = 200)
    void oneUnitMoreWouldCostMoreThanTheMoney(
            @ForAll("tariffs") String tariff,
            @ForAll @IntRange(max = 250_000) int used,
            @ForAll @IntRange(min = 1, max = 10_000) int pence) {
        BillState open = tariffs.open(tariff, LONDON, MARCH).orThrow();
        Quantity before = new Quantity(BigDecimal.valueOf(used, 3), Unit.KWH);
        BillState state = tariffs.purchase(open, before, MARCH).after();
        Money money = new Money("GBP", BigDecimal.valueOf(pence, 2));
        Quote quote = tariffs.quote(state, money).orThrow();
        assertTrue(quote.price().compareTo(money) <= 0);
        assertEquals(quote.price(), cost(state, quote.units()));
        assertTrue(cost(state, quote.units().plus(LITTLE)).compareTo(money) > 0);
    }

    private Money cost(BillState state, Quantity units) {
        return tariffs.purchase(state, units, MARCH).change();
    }

    /** All usage costs 0.20 a unit up to 100 units, and 0.10 above. */
    @Example
    void whereMoreMayCostLessTheMostUnitsAreGiven() {
        var falling =
                new CompiledRules() {
                    @Override
                    public List<String> fire(Collection<?> facts) {
                        var usage = (Usage) facts.toArray()[0];
                        boolean small = usage.getTotal().compareTo(new BigDecimal(100)) <= 0;
                        ((Bill) facts.toArray()[1])
                                .charge("slab", usage.getTotal(), small ? "0.20" : "0.10");
                        return List.of("slab");
                    }

                    @Override
                    public void close() {}
                };
        PackFiles files =
                PackFiles.of(
                        "slab",
                        Map.of(
                                "pack.properties",
                                "kind=tariff\ntitle=Slab\ncurrency=GBP\ncommodity=ELECTRICITY\n"
                                        + "period=month\ntiers=100"));
        TariffPack pack = PackReader.published(files);
        var version = new SingleVersion(new Rates(pack, falling));
        var bills = new RunningBill(version);
        BillState open = version.open(LONDON, MARCH);
        assertEquals("150 kWh", units(bills, open, pack, "15"));
        assertEquals("49.95 kWh", units(bills, open, pack, "9.99"));
    }

    private static String units(RunningBill bills, BillState open, TariffPack pack, String money) {
        return new Purchasing(bills, open, new BigDecimal(money))
                .quote(pack)
                .orThrow()
                .units()
                .toString();
    }

    @Provide
    Arbitrary<String> tariffs() {
        return Arbitraries.of("flat", "domestic", "time-of-use");
    }
}
