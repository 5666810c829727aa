package org.openprepay.tariff.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openprepay.rulebook.CompiledRules;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.tariff.facts.Bill;
import org.openprepay.tariff.facts.Usage;

/** Does in plain Java what the three packs' rules do; the real engine is tried in kits/world. */
final class PlainRules implements CompiledRules {
    private final PackFiles pack;
    private final boolean taxed;
    int fired;

    PlainRules(PackFiles pack) {
        this.pack = pack;
        taxed = pack.files().containsKey("tax.drl");
    }

    @Override
    public List<String> fire(Collection<?> facts) {
        fired++;
        Usage usage = (Usage) facts.stream().filter(Usage.class::isInstance).findAny().get();
        Bill bill = (Bill) facts.stream().filter(Bill.class::isInstance).findAny().get();
        List<String> names = new ArrayList<>();
        for (String file : pack.files().keySet()) {
            if (file.endsWith(".table.csv")) {
                Csv csv = Csv.parse(file, pack.files().get(file), new Problems());
                csv.rows().forEach(row -> fire(file + ":" + row.line(), row, usage, bill, names));
            }
        }
        if (taxed && (usage.getTotal().signum() > 0 || usage.getDays() > 0)) {
            bill.percent("VAT 5 %", "5");
            names.add("VAT 5 %");
        }
        return names;
    }

    private static void fire(String rule, Csv.Row row, Usage usage, Bill bill, List<String> names) {
        if (row.cells().containsKey("period")) {
            String to = row.cell("to").isEmpty() ? Usage.NO_LIMIT : row.cell("to");
            if (usage.reaches(row.cell("period"), row.cell("from"))) {
                bill.charge(
                        rule,
                        usage.in(row.cell("period"), row.cell("from"), to),
                        row.cell("price"));
                names.add(rule);
            }
        } else if (usage.getDays() > 0) {
            bill.charge(rule, usage.getDays(), row.cell("price"));
            names.add(rule);
        }
    }

    @Override
    public void close() {}
}
