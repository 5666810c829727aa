package org.openprepay.rulebook.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openprepay.api.Json;
import org.openprepay.api.Outbox;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RuleProblem;

/** Tells those who watch what became of a pack. */
final class LiveRules {
    static final String TOPIC = Outbox.LIVE + "rules";

    private final Outbox outbox;

    LiveRules(Outbox outbox) {
        this.outbox = outbox;
    }

    void published(PackVersion version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", version.pack());
        fields.put("kind", version.kind());
        fields.put("title", version.title());
        fields.put("version", version.number());
        fields.put("digest", version.digest());
        fields.put("effective", version.effective());
        fields.put("author", version.author());
        fields.put("problems", List.of());
        outbox.put(TOPIC, version.pack(), Json.object(fields));
    }

    void refused(String pack, List<RuleProblem> problems) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", pack);
        fields.put("problems", problems.stream().map(LiveRules::fields).toList());
        outbox.put(TOPIC, pack, Json.object(fields));
    }

    private static Map<String, Object> fields(RuleProblem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", problem.file());
        fields.put("line", problem.line());
        fields.put("rule", problem.rule());
        fields.put("message", problem.message());
        return fields;
    }
}
