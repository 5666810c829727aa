package org.openprepay.broker;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A configuration admin that holds one configuration. */
final class StoredConfiguration implements ConfigurationAdmin, Configuration {
    @Nullable Dictionary<String, Object> stored;

    @Override
    public Configuration getConfiguration(String pid, String location) {
        if (!pid.equals("org.openprepay.link.mqtt") || !location.equals("?")) {
            throw new IllegalArgumentException("not expected: " + pid + " at " + location);
        }
        return this;
    }

    @Override
    public @Nullable Dictionary<String, Object> getProperties() {
        return stored;
    }

    @Override
    public void update(Dictionary<String, ?> properties) {
        var copy = new Hashtable<String, Object>();
        properties.keys().asIterator().forEachRemaining(k -> copy.put(k, properties.get(k)));
        stored = copy;
    }

    @Override
    public void delete() {
        stored = null;
    }

    @Override
    public String getPid() {
        return "org.openprepay.link.mqtt";
    }

    @Override
    public Dictionary<String, Object> getProcessedProperties(ServiceReference<?> reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getFactoryPid() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void update() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean updateIfDifferent(Dictionary<String, ?> properties) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setBundleLocation(String location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getBundleLocation() {
        return "?";
    }

    @Override
    public long getChangeCount() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addAttributes(ConfigurationAttribute... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<ConfigurationAttribute> getAttributes() {
        return Set.of();
    }

    @Override
    public void removeAttributes(ConfigurationAttribute... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration createFactoryConfiguration(String factoryPid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration createFactoryConfiguration(String factoryPid, String location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getConfiguration(String pid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getFactoryConfiguration(String pid, String name, String location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getFactoryConfiguration(String factoryPid, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration[] listConfigurations(String filter) {
        throw new UnsupportedOperationException();
    }
}
