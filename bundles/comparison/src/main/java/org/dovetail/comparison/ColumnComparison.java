package org.dovetail.comparison;

import org.dovetail.catalog.Column;

/**
 * How the values of one column differ, over the sources that both catalogues have.
 *
 * @param name the name of the column
 * @param unit its unit
 * @param kind the kind of its tolerance: one of {@link Tolerances#KINDS}
 * @param differences how the values differ; places count the pairs
 * @param spread the spread of the differences, the second minus the first
 * @param relative the spread of the differences as fractions of the first value
 * @since 1.1
 */
public record ColumnComparison(
        String name,
        String unit,
        String kind,
        Differences differences,
        Spread spread,
        Spread relative) {

    /** Compares values; those at the same index belong together. */
    static ColumnComparison of(Column column, double[] first, double[] second, Tolerances limits) {
        String kind = kind(column);
        Differences.Sum sum = new Differences.Sum(limits.of(column.name(), kind));
        double[] differences = new double[first.length];
        double[] fractions = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            double near = near(column, first[i], second[i]);
            sum.add(first[i], near);
            differences[i] = near - first[i];
            fractions[i] = differences[i] / Math.abs(first[i]);
        }
        return new ColumnComparison(
                column.name(),
                column.unit(),
                kind,
                sum.end(),
                Spread.of(differences),
                Spread.of(fractions));
    }

    /** Angles that differ by whole turns are the same; half a turn gives the same axis. */
    private static double near(Column column, double first, double second) {
        double turn = column.ucd().startsWith("pos.posAng")
                ? 180
                : column.ucd().startsWith("pos.eq.ra") ? 360 : 0;
        boolean apart = turn > 0 && Math.abs(second - first) > turn / 2;
        return apart ? second + turn * Math.rint((first - second) / turn) : second;
    }

    /** Errors of a position or a flux have the tolerance of other columns: they are no such value. */
    private static String kind(Column column) {
        if (column.ucd().startsWith("pos.eq.")) {
            return Tolerances.SKY;
        } else if (column.ucd().startsWith("pos.") && column.unit().equals("pixel")) {
            return Tolerances.POSITION;
        }
        return column.ucd().startsWith("phot.") ? Tolerances.FLUX : Tolerances.COLUMN;
    }
}
