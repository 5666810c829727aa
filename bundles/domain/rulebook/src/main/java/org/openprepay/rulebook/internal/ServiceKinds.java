package org.openprepay.rulebook.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openprepay.rulebook.PackKind;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Kinds registered as services. They are dynamic, because a capability comes and goes, and fetched
 * only when used, because the capability that offers a kind itself needs the rulebook.
 */
@Component(service = Kinds.class)
public final class ServiceKinds implements Kinds {
    private final BundleContext context;
    private final Set<ServiceReference<PackKind>> references = ConcurrentHashMap.newKeySet();

    @Activate
    public ServiceKinds(BundleContext context) {
        this.context = context;
    }

    @Reference(
            service = PackKind.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addKind(ServiceReference<PackKind> reference) {
        references.add(reference);
    }

    void removeKind(ServiceReference<PackKind> reference) {
        references.remove(reference);
    }

    @Override
    public Optional<PackKind> find(String kind) {
        for (ServiceReference<PackKind> reference : references) {
            PackKind found = context.getService(reference);
            if (found != null && found.kind().equals(kind)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
