package org.dovetail.assembly.build;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Supplier;
import org.dovetail.assembly.plan.TreePlan;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the root of a tree as a service, as long as the tree can be used. */
final class RootService {

    private static final Logger LOG = LoggerFactory.getLogger(RootService.class);

    private final BundleContext context;
    private final String role;
    private final Object root;
    private @Nullable Map<String, Object> wanted;
    private @Nullable ServiceRegistration<?> registration;

    RootService(BundleContext context, Class<?> role, Object root) {
        this.context = context;
        this.role = role.getName();
        this.root = root;
    }

    synchronized void want(Map<String, ?> properties) {
        wanted = new HashMap<>(properties);
    }

    /**
     * Publishes the root if that is wanted, with the name and version of the algorithm there.
     *
     * @param current asked for the plan that is in use, or null if none is: the tree may have been
     *     left since the caller looked, and what was hidden then must stay so
     */
    synchronized void show(Supplier<@Nullable TreePlan> current) {
        TreePlan plan = current.get();
        if (wanted == null || plan == null) {
            return;
        }
        Dictionary<String, Object> all = new Hashtable<>(wanted);
        all.put("task.type", plan.root().algorithm().name());
        all.put("version", plan.root().algorithm().version());
        if (registration == null) {
            registration = context.registerService(role, root, all);
        } else {
            registration.setProperties(all);
        }
    }

    synchronized void hide() {
        ServiceRegistration<?> registered = registration;
        registration = null;
        if (registered != null) {
            try {
                registered.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("the service {} is gone already", role);
            }
        }
    }
}
