package org.dovetail.plugin.measurement;

import java.util.List;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.testkit.measurement.MeasurementPluginTests;

class PeakMeasurementTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(0);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 0);
    }
}
