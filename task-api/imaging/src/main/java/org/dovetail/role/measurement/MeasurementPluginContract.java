package org.dovetail.role.measurement;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;

/**
 * Checks that a measurement describes its columns, writes no others and never fails as a whole.
 *
 * @since 1.0
 */
public final class MeasurementPluginContract implements MeasurementPlugin {

    private final MeasurementPlugin real;
    private final Contract contract;

    /**
     * Wraps a measurement.
     *
     * @param real the measurement to check
     * @param contract names the measurement in messages
     */
    public MeasurementPluginContract(MeasurementPlugin real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Measurer prepare(Schema.Builder schema) {
        List<Column> before = schema.build().columns();
        Measurer measurer =
                contract.call(() -> real.prepare(schema), ErrorCode.INVALID_CONFIGURATION);
        List<Column> after = schema.build().columns();
        contract.ensure(after.size() > before.size(), () -> "it adds no column");
        for (Column column : after.subList(before.size(), after.size())) {
            contract.ensure(
                    !column.doc().isBlank(), () -> "column " + column.name() + " has no doc");
        }
        int own = before.size();
        int end = after.size();
        return (input, table) -> measure(measurer, input, table, own, end);
    }

    private void measure(
            Measurer measurer, MeasurementInput input, Catalog.Builder table, int own, int end) {
        int sources = input.detections().footprints().size();
        contract.require(
                table.rows() == sources,
                () -> "the table has " + table.rows() + " rows for " + sources + " sources");
        Catalog before = table.build();
        int image = input.image().hashCode();
        int detections = input.detections().hashCode();
        contract.run(() -> measurer.measure(input, table));
        contract.ensure(
                input.image().hashCode() == image && input.detections().hashCode() == detections,
                () -> "the image or the detections were changed");
        Catalog after = table.build();
        for (Column column : after.schema().columns()) {
            Key key = after.schema().key(column.name());
            if (key.index() < own || key.index() >= end) {
                ensureSame(before, after, key);
            }
        }
        for (int row = 0; row < after.rows(); row++) {
            ensureFlagged(after, row, own, end);
        }
    }

    /** A number that is none tells nobody why; a flag does. */
    private void ensureFlagged(Catalog catalog, int row, int own, int end) {
        String missing = "";
        boolean flagged = false;
        for (int i = own; i < end; i++) {
            Column column = catalog.schema().columns().get(i);
            Key key = new Key(i, column);
            if (column.type() == Column.Type.BOOLEAN) {
                flagged |= catalog.flag(key, row);
            } else if (Double.isNaN(catalog.number(key, row))) {
                missing = column.name();
            }
        }
        String first = missing;
        contract.ensure(
                flagged || missing.isEmpty(),
                () -> first + " of source " + (row + 1) + " is NaN, but no flag is set");
    }

    private void ensureSame(Catalog before, Catalog after, Key key) {
        for (int row = 0; row < before.rows(); row++) {
            String place = "column " + key.column().name() + " is another's, but row " + row
                    + " was changed";
            boolean same = key.column().type() == Column.Type.BOOLEAN
                    ? before.flag(key, row) == after.flag(key, row)
                    : Double.compare(before.number(key, row), after.number(key, row)) == 0;
            contract.ensure(same, () -> place);
        }
    }
}
