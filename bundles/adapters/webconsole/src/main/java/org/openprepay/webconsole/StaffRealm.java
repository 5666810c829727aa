package org.openprepay.webconsole;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.openprepay.access.Access;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Karaf's realm {@code karaf}, answered by our staff: one identity in every door. */
@Component(service = JaasRealm.class)
public final class StaffRealm implements JaasRealm {
    private static final int ABOVE_THE_USERS_FILE = 100;
    private final Access access;
    private final String bundle;

    @Activate
    public StaffRealm(@Reference Access access, BundleContext context) {
        this.access = access;
        this.bundle = Long.toString(context.getBundle().getBundleId());
    }

    @Override
    public String getName() {
        return "karaf";
    }

    @Override
    public int getRank() {
        return ABOVE_THE_USERS_FILE;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        Map<String, Object> options =
                Map.of(
                        ProxyLoginModule.PROPERTY_MODULE,
                        StaffLogin.class.getName(),
                        ProxyLoginModule.PROPERTY_BUNDLE,
                        bundle,
                        StaffLogin.ACCESS,
                        access);
        return new AppConfigurationEntry[] {
            new AppConfigurationEntry(
                    ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
        };
    }
}
