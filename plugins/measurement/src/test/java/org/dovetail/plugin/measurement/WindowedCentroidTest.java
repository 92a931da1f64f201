package org.dovetail.plugin.measurement;

import java.util.List;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.testkit.measurement.MeasurementPluginTests;

class WindowedCentroidTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(7);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 7);
    }
}
