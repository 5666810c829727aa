package org.openprepay.rest.live;

import java.util.Locale;
import java.util.Map;

/** Text in the Prometheus exposition format, version 0.0.4. */
public final class Metrics {
    private final StringBuilder out = new StringBuilder();

    /** A value that goes up and down. */
    public Metrics gauge(String name, String help, Number value) {
        return metric("gauge", name, help, Map.of("", value), "");
    }

    /** A value that only grows until a restart. */
    public Metrics counter(String name, String help, Number value) {
        return metric("counter", name, help, Map.of("", value), "");
    }

    /** One value for each value of a label. */
    public Metrics gauges(
            String name, String help, String label, Map<String, ? extends Number> values) {
        return metric("gauge", name, help, values, label);
    }

    private Metrics metric(
            String type,
            String name,
            String help,
            Map<String, ? extends Number> values,
            String label) {
        String full = "openprepay_" + name;
        out.append("# HELP ").append(full).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(full).append(' ').append(type).append('\n');
        values.forEach(
                (of, value) -> {
                    out.append(full);
                    if (!label.isEmpty()) {
                        String shown = of.toLowerCase(Locale.ROOT);
                        out.append('{').append(label).append("=\"").append(shown).append("\"}");
                    }
                    out.append(' ').append(value).append('\n');
                });
        return this;
    }

    public String text() {
        return out.toString();
    }
}
