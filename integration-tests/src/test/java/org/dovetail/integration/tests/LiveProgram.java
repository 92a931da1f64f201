package org.dovetail.integration.tests;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** The distribution's bundles and plugins in a framework of the test, with a live runtime. */
final class LiveProgram {

    private static final String COMMANDS = "org.dovetail.commands.Commands";
    private static final String LOGGING = "org.slf4j;version=1.7.36,org.slf4j;version=2.0.20,"
            + "org.slf4j.event;version=2.0.20,org.slf4j.helpers;version=2.0.20,"
            + "org.slf4j.spi;version=2.0.20";

    private final Framework framework;
    private final Object commands;
    private final Object live;
    private final Method run;

    /** The classes that bundles have loaded so far, as {@code org.a.B of name@version}. */
    final List<String> loaded = new CopyOnWriteArrayList<>();

    /** Which bundles were stopped, started or unresolved since the program started. */
    final List<String> events = new CopyOnWriteArrayList<>();

    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, Runnable> stopping = new ConcurrentHashMap<>();

    LiveProgram(Path cache) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", cache.toString(),
                        "org.osgi.framework.system.packages.extra", LOGGING,
                        "org.osgi.framework.bootdelegation", "jdk.jfr.internal,jdk.jfr.internal.*",
                        "felix.bootdelegation.implicit", "false",
                        "felix.log.level", "1"));
        framework.start();
        WeavingHook hook = woven ->
                load(woven.getClassName() + " of " + id(woven.getBundleWiring().getBundle()));
        context().registerService(WeavingHook.class, hook, null);
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : Stream.concat(
                        Distribution.bundles().stream(), Distribution.plugins().stream())
                .toList()) {
            bundles.add(context().installBundle("reference:" + jar.toUri()));
        }
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get("Fragment-Host") == null) {
                bundle.start(Bundle.START_TRANSIENT);
            }
        }
        SynchronousBundleListener listener = this::note;
        context().addBundleListener(listener);
        ServiceReference<?> reference = context().getAllServiceReferences(COMMANDS, null)[0];
        Class<?> type = reference.getBundle().loadClass(COMMANDS);
        commands = context().getService(reference);
        live = type.getMethod("live", String.class).invoke(commands, "test");
        run = type.getMethod("run", String[].class, PrintStream.class, PrintStream.class);
    }

    /**
     * Holds up whoever needs a class first, until it may go on.
     *
     * @param type the class, as {@code org.a.B of name@version}
     */
    void hold(String type) {
        held.put(type, new CountDownLatch(1));
    }

    /** Lets go on who was held up by a class. */
    void goOn(String type) {
        held.get(type).countDown();
    }

    /** Has something done when a bundle, as {@code name@version}, begins to stop. */
    void whenStopping(String bundle, Runnable then) {
        stopping.put(bundle, then);
    }

    private void load(String type) {
        CountDownLatch latch = held.get(type);
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the run is cut short: nobody waits any more
            }
        }
        loaded.add(type);
    }

    private void note(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING) {
            stopping.getOrDefault(id(event.getBundle()), () -> {}).run();
        }
        String what = switch (event.getType()) {
            case BundleEvent.STARTED -> "started";
            case BundleEvent.STOPPED -> "stopped";
            case BundleEvent.UNRESOLVED -> "unresolved";
            default -> "";
        };
        if (!what.isEmpty()) {
            events.add(what + " " + id(event.getBundle()));
        }
    }

    private static String id(Bundle bundle) {
        return bundle.getSymbolicName() + "@" + bundle.getVersion();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Runs one command line in the live runtime. */
    Program run(String... words) throws ReflectiveOperationException {
        return run(live, words);
    }

    /** Runs a script in a shell. */
    Program shell(Path script) throws ReflectiveOperationException {
        return run(commands, "shell", script.toString());
    }

    private Program run(Object on, String... words) throws ReflectiveOperationException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = (int) run.invoke(
                on,
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Program(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    void stop() throws Exception {
        held.values().forEach(CountDownLatch::countDown);
        framework.stop();
        framework.waitForStop(60_000);
    }
}
