package org.dovetail.comparison;

/**
 * How two sets of numbers differ, each from its counterpart: the second minus the first.
 *
 * @param compared how many pairs of finite numbers there are
 * @param different how many pairs are not equal, whether finite or not
 * @param beyond how many pairs are further apart than the tolerance
 * @param lost how many are finite in the first set only
 * @param gained how many are finite in the second set only
 * @param sum the sum of differences of finite numbers
 * @param squares the sum of their squares
 * @param largest the largest difference of finite numbers, without its sign; 0 of none
 * @param at the place of that pair; -1 if no two differ
 * @since 1.1
 */
public record Differences(
        long compared,
        long different,
        long beyond,
        long lost,
        long gained,
        double sum,
        double squares,
        double largest,
        long at) {

    /** No pair. */
    public static final Differences NONE = new Differences(0, 0, 0, 0, 0, 0, 0, 0, -1);

    /** Returns the mean difference of finite numbers; NaN of none. */
    public double mean() {
        return compared == 0 ? Double.NaN : sum / compared;
    }

    /** Returns the root of the mean square of differences of finite numbers; NaN of none. */
    public double rms() {
        return compared == 0 ? Double.NaN : Math.sqrt(squares / compared);
    }

    /** Adds those of other sets; the place is that of the larger difference. */
    public Differences plus(Differences other) {
        boolean mine = at >= 0 && (other.at < 0 || largest >= other.largest);
        return new Differences(
                compared + other.compared,
                different + other.different,
                beyond + other.beyond,
                lost + other.lost,
                gained + other.gained,
                sum + other.sum,
                squares + other.squares,
                mine ? largest : other.largest,
                mine ? at : other.at);
    }

    /** Adds up pairs, one after another. */
    static final class Sum {

        private final Tolerance tolerance;
        private long pairs;
        private long compared;
        private long different;
        private long beyond;
        private long lost;
        private long gained;
        private double sum;
        private double squares;
        private double largest;
        private long at = -1;

        Sum(Tolerance tolerance) {
            this.tolerance = tolerance;
        }

        void add(double first, double second) {
            double difference = second - first;
            if (Double.isFinite(difference)) {
                compared++;
                if (difference != 0) {
                    addDifferent(first, second, difference);
                }
            } else {
                addNotFinite(first, second);
            }
            pairs++;
        }

        private void addDifferent(double first, double second, double difference) {
            double size = Math.abs(difference);
            different++;
            beyond += tolerance.allows(first, second) ? 0 : 1;
            sum += difference;
            squares += difference * difference;
            if (size > largest) {
                largest = size;
                at = pairs;
            }
        }

        private void addNotFinite(double first, double second) {
            if (Double.compare(first, second) != 0) {
                different++;
                beyond++;
                boolean before = Double.isFinite(first);
                boolean after = Double.isFinite(second);
                lost += before && !after ? 1 : 0;
                gained += after && !before ? 1 : 0;
            }
        }

        Differences end() {
            return new Differences(
                    compared, different, beyond, lost, gained, sum, squares, largest, at);
        }
    }
}
