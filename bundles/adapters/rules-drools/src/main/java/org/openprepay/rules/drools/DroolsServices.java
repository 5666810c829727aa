package org.openprepay.rules.drools;

import java.util.Set;
import java.util.TreeSet;
import org.kie.api.internal.utils.KieService;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Drools looks its parts up through the thread's context class loader and remembers a miss for
 * ever; so every part is looked up once while that loader is the bundle's own.
 */
final class DroolsServices {
    private static final String FOLDER = "META-INF/services";

    private DroolsServices() {}

    /** Answers how many parts were found. */
    static int warmUp(Bundle bundle) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DroolsServices.class.getClassLoader());
        try {
            return (int) names(bundle).stream().filter(DroolsServices::load).count();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Set<String> names(Bundle bundle) {
        Set<String> names = new TreeSet<>();
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        for (String path : wiring.listResources(FOLDER, "*", BundleWiring.LISTRESOURCES_LOCAL)) {
            names.add(path.substring(path.lastIndexOf('/') + 1));
        }
        return names;
    }

    private static boolean load(String name) {
        try {
            Class<?> type = DroolsServices.class.getClassLoader().loadClass(name);
            return KieService.class.isAssignableFrom(type)
                    && KieService.load(type.asSubclass(KieService.class)) != null;
        } catch (ClassNotFoundException | LinkageError e) {
            // Services for parts of Drools that are not embedded.
            return false;
        }
    }
}
