package org.openprepay.spi.meter;

import java.util.List;
import java.util.Set;

/**
 * The facts a driver states about itself. The server never sends an order of a kind not listed.
 *
 * @param id short and stable, for example {@code meter-mqtt-json}
 * @param title for people
 * @param link the kind of link that carries its frames, for example {@code mqtt}
 * @param understands the kinds of order
 * @param settings what an operator sets for each meter
 * @param channels patterns of channels to listen on, in the link's own syntax
 */
public record Passport(
        String id,
        String title,
        String link,
        Set<Class<? extends Order>> understands,
        List<Setting> settings,
        List<String> channels) {
    public Passport {
        understands = Set.copyOf(understands);
        settings = List.copyOf(settings);
        channels = List.copyOf(channels);
    }

    /**
     * One typed setting; becomes a field of a form.
     *
     * @param pattern a regular expression that the whole value must match
     * @param fallback used when the operator gives nothing; empty means required
     */
    public record Setting(String name, String label, String pattern, String fallback) {}
}
