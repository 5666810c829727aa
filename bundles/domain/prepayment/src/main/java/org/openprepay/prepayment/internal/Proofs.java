package org.openprepay.prepayment.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openprepay.api.Json;
import org.openprepay.api.UsageInterval;
import org.openprepay.tariff.BillState;
import org.openprepay.tariff.Priced;

/** From a proof anyone can recompute the amount: usage, the bill before, version, and lines. */
final class Proofs {
    private Proofs() {}

    static String charge(
            BillState before, String beforeText, Priced priced, List<UsageInterval> u) {
        return Json.object(fields(before, beforeText, priced, u));
    }

    static Map<String, Object> fields(
            BillState before, String beforeText, Priced priced, List<UsageInterval> usage) {
        List<BillState.Segment> segments = priced.after().segments();
        BillState.Segment last = segments.get(segments.size() - 1);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pack", before.tariff());
        fields.put("version", last.version());
        fields.put("digest", last.digest());
        fields.put("readings", usage.stream().map(Proofs::reading).toList());
        fields.put("lines", priced.lines().stream().map(Proofs::line).toList());
        fields.put("state", beforeText);
        return fields;
    }

    private static Map<String, Object> reading(UsageInterval interval) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("start", interval.start());
        fields.put("end", interval.end());
        fields.put("amount", plain(interval.amount()));
        fields.put("estimated", interval.estimated());
        return fields;
    }

    private static Map<String, Object> line(Priced.LineChange line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", line.key());
        fields.put("title", line.title());
        fields.put("before", plain(line.before()));
        fields.put("after", plain(line.after()));
        fields.put("rule", line.rule());
        fields.put("version", line.version());
        return fields;
    }

    static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
