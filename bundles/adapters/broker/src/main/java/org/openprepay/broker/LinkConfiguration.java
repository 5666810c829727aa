package org.openprepay.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Points the MQTT link at this broker, unless an operator pointed it elsewhere. */
final class LinkConfiguration {
    private static final String PID = "org.openprepay.link.mqtt";
    private static final String OURS = "embedded";

    private final ConfigurationAdmin admin;

    LinkConfiguration(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** False when an operator's own configuration stays. */
    boolean pointAt(String url, String password) {
        try {
            Configuration link = admin.getConfiguration(PID, "?");
            if (!isFree(link.getProperties())) {
                return false;
            }
            var properties = new Hashtable<String, Object>();
            properties.put("url", url);
            properties.put("user", Rights.SERVER);
            properties.put(".password", password);
            properties.put("client.id", Rights.SERVER);
            properties.put(OURS, true);
            link.update(properties);
            return true;
        } catch (IOException notStored) {
            throw new UncheckedIOException(notStored);
        }
    }

    /** Takes our own configuration away again. */
    void forget() {
        try {
            Configuration link = admin.getConfiguration(PID, "?");
            Dictionary<String, Object> properties = link.getProperties();
            if (properties == null || properties.get(OURS) != null) {
                link.delete();
            }
        } catch (IOException notStored) {
            throw new UncheckedIOException(notStored);
        }
    }

    private static boolean isFree(@Nullable Dictionary<String, Object> properties) {
        return properties == null || properties.get("url") == null || properties.get(OURS) != null;
    }
}
