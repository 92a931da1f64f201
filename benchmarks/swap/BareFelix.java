package org.dovetail.benchmarks.swap;

import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dovetail.benchmarks.installed.Installation;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** The floor: one bundle updated in place and refreshed, until its new service answers. */
final class BareFelix implements Subject {

    private static final double LIMIT = 5_000; // milliseconds

    private final String name;
    private final Release release;
    private final Installation felix;
    private final Bundle bundle;
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private int micro;

    BareFelix(String name, Release release, Path... needed) throws Exception {
        this.name = name;
        this.release = release;
        felix = Installation.bare();
        felix.start(List.of(needed));
        bundle = felix.context().installBundle("benchmark:1", next());
        bundle.start();
        note();
    }

    private ByteArrayInputStream next() throws Exception {
        micro++;
        return new ByteArrayInputStream(release.version("1.0." + micro));
    }

    private void note() {
        loaders.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String[] parts() {
        return new String[] {"update + refresh", "until it answers"};
    }

    @Override
    public double[] swap() throws Exception {
        ByteArrayInputStream jar = next();
        String wanted = "1.0." + micro;
        long start = System.nanoTime();
        bundle.update(jar);
        CountDownLatch refreshed = new CountDownLatch(1);
        felix.context()
                .getBundle(0)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> refreshed.countDown());
        refreshed.await(5, TimeUnit.SECONDS);
        double updated = Times.since(start);
        while (!wanted.equals(answer())) {
            if (Times.since(start) > LIMIT) {
                throw new IllegalStateException("no answer from version " + wanted);
            }
        }
        double all = Times.since(start);
        note();
        return new double[] {all, updated, all - updated};
    }

    private String answer() {
        BundleContext context = felix.context();
        ServiceReference<?> reference = context.getServiceReference(Supplier.class.getName());
        if (reference == null) {
            return "";
        }
        Object service = context.getService(reference);
        try {
            return service == null ? "" : (String) ((Supplier<?>) service).get();
        } finally {
            context.ungetService(reference);
        }
    }

    @Override
    public void call() {
        if (answer().isEmpty()) {
            throw new IllegalStateException("nobody answers");
        }
    }

    @Override
    public int[] loaders() {
        return Times.alive(loaders);
    }

    @Override
    public void close() throws Exception {
        felix.close();
    }
}
