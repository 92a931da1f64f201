package org.dovetail.integration.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.image.RawExposure;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The libraries that know file formats find all their classes in the framework. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FormatsIT {

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] configuration() {
        return Provisioning.distribution();
    }

    @Test
    public void catalogSurvivesEveryFormatThatIsRead() throws Exception {
        Catalog catalog = catalog();
        for (String ending : new String[] {"fits", "ecsv", "vot", "parquet", "reg"}) {
            StorageFormat<Catalog> format = format(Catalog.class, ending);
            Path file = folder.getRoot().toPath().resolve("catalog." + ending);
            format.write(catalog, file, Provenance.NONE);
            assertTrue(Files.size(file) > 0);
            if (format.reads()) {
                assertEquals(catalog, format.read(file, ReadContext.NONE));
            }
        }
    }

    @Test
    public void compressedRawFrameIsRead() throws Exception {
        Path file = Path.of(System.getProperty("dovetail.shared", "shared"))
                .resolve("data/nickel/d1047.fits.fz");
        assumeTrue("no " + file, Files.exists(file));
        Path camera = Distribution.home().resolve("cameras/nickel.yaml");
        RawExposure raw = format(RawExposure.class, "fits.fz")
                .read(file, new ReadContext(Optional.of(camera)));
        assertEquals(1.78, raw.detector().amplifiers().get(0).gain(), 0);
    }

    @SuppressWarnings("unchecked") // a format's type() is its T
    private <T> StorageFormat<T> format(Class<T> type, String ending)
            throws InvalidSyntaxException, IOException {
        for (ServiceReference<?> reference :
                context.getServiceReferences(StorageFormat.class.getName(), null)) {
            StorageFormat<?> format = (StorageFormat<?>) context.getService(reference);
            if (format.type() == type && format.endings().contains(ending)) {
                return (StorageFormat<T>) format;
            }
        }
        throw new IOException("nothing installed knows ." + ending);
    }

    private static Catalog catalog() {
        Schema.Builder schema = new Schema.Builder();
        Key id = schema.add("id", Column.Type.INT, "", "meta.id", "number");
        Key x = schema.add("x", Column.Type.DOUBLE, "pixel", "pos.cartesian.x", "column");
        Key y = schema.add("y", Column.Type.DOUBLE, "pixel", "pos.cartesian.y", "row");
        Catalog.Builder table = new Catalog.Builder(schema.build(), 2);
        for (int row = 0; row < 2; row++) {
            table.setWhole(id, row, row + 1);
            table.set(x, row, 0.25 + row);
            table.set(y, row, Math.PI * row);
        }
        return table.build();
    }
}
