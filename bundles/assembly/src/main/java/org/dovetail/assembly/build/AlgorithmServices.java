package org.dovetail.assembly.build;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.Map;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.AlgorithmService;
import org.dovetail.assembly.catalogue.Catalogue;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Keeps one service for each algorithm that is installed. */
public final class AlgorithmServices {

    private final BundleContext context;
    private final UsableBundles usable;
    private final Map<AlgorithmDescription, ServiceRegistration<?>> registrations = new HashMap<>();

    /**
     * Begins without a service.
     *
     * @param context the context to publish in
     */
    public AlgorithmServices(BundleContext context) {
        this.context = context;
        this.usable = UsableBundles.active(context);
    }

    /**
     * Publishes what is new and withdraws what is gone. A bundle that was stopped after the catalogue
     * was read is not published again.
     *
     * @param catalogue what is installed now
     */
    public synchronized void update(Catalogue catalogue) {
        Map<AlgorithmDescription, ServiceRegistration<?>> gone = new HashMap<>(registrations);
        for (AlgorithmDescription algorithm : catalogue.algorithms()) {
            if (gone.remove(algorithm) == null && usable.contain(algorithm)) {
                registrations.put(algorithm, publish(algorithm));
            }
        }
        registrations.keySet().removeAll(gone.keySet());
        for (ServiceRegistration<?> registration : gone.values()) {
            registration.unregister();
        }
    }

    /**
     * Withdraws the algorithms of a bundle.
     *
     * @param bundle the identifier of the bundle
     */
    public synchronized void withdraw(long bundle) {
        Iterator<Map.Entry<AlgorithmDescription, ServiceRegistration<?>>> all =
                registrations.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<AlgorithmDescription, ServiceRegistration<?>> entry = all.next();
            if (entry.getKey().bundle().id() == bundle) {
                all.remove();
                entry.getValue().unregister();
            }
        }
    }

    private ServiceRegistration<?> publish(AlgorithmDescription algorithm) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(AlgorithmService.ROLE, algorithm.role().name());
        properties.put(AlgorithmService.TASK_TYPE, algorithm.name());
        properties.put(AlgorithmService.VERSION, algorithm.version());
        properties.put(AlgorithmService.BUNDLE, algorithm.bundle().symbolicName());
        return context.registerService(
                AlgorithmService.class, new AlgorithmService(algorithm), properties);
    }
}
