package org.dovetail.benchmarks.swap.trees;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import org.dovetail.assembly.Lease;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.image.Exposure;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.runtime.NamedTree;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Extracts the sources of one exposure; every version has to find as many. */
@SuppressWarnings({"rawtypes", "unchecked"}) // the task's records are known at run time only
final class Extraction implements LiveTree.Caller {

    private final NamedTree<PipelineTask> tree;
    private final Record input;
    private final int rows;

    Extraction(BundleContext context, Path exposure, NamedTree<PipelineTask> tree)
            throws Exception {
        this.tree = tree;
        input = input(read(context, exposure));
        rows = rows();
    }

    private Record input(Object exposure) throws Exception {
        try (Lease<PipelineTask> lease = tree.lease(tree.name())) {
            for (Class<?> type : lease.algorithmClass().getClasses()) {
                if (type.getSimpleName().equals("Inputs")) {
                    Constructor<?> constructor = type.getConstructor(Exposure.class);
                    return (Record) constructor.newInstance(exposure);
                }
            }
        }
        throw new IllegalStateException("extract-sources has no record of inputs");
    }

    private static Object read(BundleContext context, Path file) throws Exception {
        for (ServiceReference<StorageFormat> each :
                context.getServiceReferences(StorageFormat.class, null)) {
            StorageFormat<?> format = context.getService(each);
            if (format.type() == Exposure.class && format.reads()) {
                return format.read(file, ReadContext.NONE);
            }
        }
        throw new IllegalStateException("nothing reads exposures");
    }

    private int rows() {
        Record output = tree.tree().task().run(input);
        try {
            return ((Catalog) output.getClass().getMethod("catalog").invoke(output)).rows();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void call(String version) {
        int found = rows();
        if (found != rows) {
            throw new IllegalStateException(found + " sources, not " + rows);
        }
    }
}
