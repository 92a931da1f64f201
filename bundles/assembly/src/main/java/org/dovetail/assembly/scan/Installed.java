package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.AlgorithmDetails;
import org.dovetail.assembly.catalogue.BundleDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.Rejection;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/**
 * Makes catalogues from the component descriptions of the bundles that are active.
 *
 * <p>Descriptions are asked for each time, since the component runtime may learn of a bundle later
 * than anyone else; what was made from them is kept as long as the bundle stays as it is.
 *
 * <p>Here and in what it calls for each component there are no lambdas: each costs its linkage every
 * time the program starts, and a class does not.
 */
public final class Installed {

    private static final String TASK_TYPE = "task.type";
    private static final String DOC = "service.description";

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final RoleReader roles = new RoleReader();
    private final Unresolved unresolved;
    private Map<String, Found> known = new HashMap<>();

    /** What became of a component: an algorithm, a rejection, or neither. */
    private record Found(
            @Nullable AlgorithmDescription algorithm,
            @Nullable Rejection rejection,
            List<RoleDescription> slotRoles) {}

    /**
     * Prepares to read.
     *
     * @param context sees the bundles
     * @param components describes their components
     */
    public Installed(BundleContext context, ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
        this.unresolved = new Unresolved(context);
    }

    /** Returns what is installed now; loads no class of a plugin. */
    public synchronized Catalogue read() {
        Map<String, Found> now = new HashMap<>();
        Set<RoleDescription> allRoles = new LinkedHashSet<>();
        List<AlgorithmDescription> algorithms = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>(unresolved.rejections());
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
            String key = component.bundle.id + " " + component.bundle.lastModified + " "
                    + component.name;
            Found found = known.get(key);
            if (found == null) {
                found = find(component);
            }
            now.put(key, found);
            if (found.algorithm() != null) {
                algorithms.add(found.algorithm());
                allRoles.add(found.algorithm().role());
                allRoles.addAll(found.slotRoles());
            }
            if (found.rejection() != null) {
                rejections.add(found.rejection());
            }
        }
        known = now;
        roles.forgetUnused();
        return catalogue(allRoles, algorithms, rejections);
    }

    private Catalogue catalogue(
            Set<RoleDescription> roles,
            List<AlgorithmDescription> algorithms,
            List<Rejection> rejections) {
        List<RoleDescription> sorted = new ArrayList<>(roles);
        sorted.sort(CatalogueOrder.ROLES);
        algorithms.sort(CatalogueOrder.ALGORITHMS);
        rejections.sort(CatalogueOrder.REJECTIONS);
        return new Catalogue(sorted, algorithms, rejections, new Function<>() {
            @Override
            public Optional<String> apply(AlgorithmDescription algorithm) {
                return ServiceWords.missing(context, algorithm);
            }
        });
    }

    private Found find(ComponentDescriptionDTO component) {
        Bundle bundle = context.getBundle(component.bundle.id);
        if (bundle == null) {
            return new Found(null, null, List.of());
        }
        RoleDescription role = null;
        for (String name : component.serviceInterfaces) {
            RoleDescription candidate = roles.role(bundle, name);
            if (candidate != null && role != null) {
                return rejected(
                        component, "fills two roles, " + role.name() + " and " + candidate.name());
            }
            role = candidate == null ? role : candidate;
        }
        Object type = component.properties.get(TASK_TYPE);
        if (role == null) {
            return type == null
                    ? new Found(null, null, List.of())
                    : rejected(component, "fills no role: none of its interfaces has @Role");
        }
        if (!(type instanceof String name) || name.isBlank()) {
            return rejected(component, "fills the role " + role.name() + ", but has no @TaskType");
        }
        Optional<String> problem = Suitability.problem(component);
        if (problem.isEmpty()) {
            problem = ClassFile.problem(bundle, component.implementationClass);
        }
        return problem.isPresent()
                ? rejected(component, problem.get())
                : algorithm(bundle, component, role, name);
    }

    private Found algorithm(
            Bundle bundle, ComponentDescriptionDTO component, RoleDescription role, String name) {
        BundleDTO dto = component.bundle;
        BundleDescription description = new BundleDescription(
                dto.symbolicName, bundle.getVersion(), dto.id, dto.lastModified, new Supplier<>() {
                    @Override
                    public String get() {
                        return BundleDigest.of(bundle);
                    }
                });
        Object doc = component.properties.get(DOC);
        AlgorithmDescription algorithm = new AlgorithmDescription(
                name,
                role,
                doc == null ? "" : doc.toString(),
                component.implementationClass,
                description,
                new Supplier<>() {
                    @Override
                    public AlgorithmDetails get() {
                        return new DetailsReader(bundle, component, roles).read();
                    }
                });
        List<RoleDescription> slotRoles = new ArrayList<>();
        for (ReferenceDTO reference : component.references) {
            RoleDescription slotRole = roles.role(bundle, reference.interfaceName);
            if (slotRole != null) {
                slotRoles.add(slotRole);
            }
        }
        return new Found(algorithm, null, slotRoles);
    }

    private static Found rejected(ComponentDescriptionDTO component, String reason) {
        BundleDTO bundle = component.bundle;
        return new Found(
                null,
                new Rejection(component.name, bundle.symbolicName + "@" + bundle.version, reason),
                List.of());
    }
}
