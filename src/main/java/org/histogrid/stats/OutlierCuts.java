package org.histogrid.stats;

/// From where on a neuron is an outlier. All cuts belong to the outliers but that of [OutlierType#BIMODAL],
/// for 5/9 is the coefficient of a uniform distribution, which has no two heaps.
///
/// @param separating least distance of the AUROC from 0.5: 0 to 0.5
/// @param location least robust z of the median, either way: above 0
/// @param scale least robust z of the interquartile range, either way: above 0
/// @param bimodal Sarle's coefficient that must be exceeded: 0 to 1
/// @param heavyTailed least excess kurtosis; above -2, which none is below
/// @param massive least ratio of the largest value to the usual one: above 0
public record OutlierCuts(
        double separating, double location, double scale, double bimodal, double heavyTailed, double massive) {

    /// What holds where nobody has chosen otherwise.
    public static final OutlierCuts DEFAULT = new OutlierCuts(0.25, 5, 5, 5.0 / 9, 10, 1000);

    /// @throws IllegalArgumentException when a cut is out of its bounds, with a sentence that names it
    public OutlierCuts {
        between(OutlierType.SEPARATING, separating, 0, 0.5);
        above(OutlierType.LOCATION, location, 0);
        above(OutlierType.SCALE, scale, 0);
        between(OutlierType.BIMODAL, bimodal, 0, 1);
        above(OutlierType.HEAVY_TAILED, heavyTailed, -2);
        above(OutlierType.MASSIVE, massive, 0);
    }

    /// The cut of a type; 0 for the dead, who have no other.
    public double of(OutlierType type) {
        return switch (type) {
            case SEPARATING -> separating;
            case LOCATION -> location;
            case SCALE -> scale;
            case BIMODAL -> bimodal;
            case HEAVY_TAILED -> heavyTailed;
            case MASSIVE -> massive;
            case DEAD -> 0;
        };
    }

    /// Whether a number makes an outlier of its type; NaN does not.
    boolean reaches(OutlierType type, double number) {
        return switch (type) {
            case SEPARATING, HEAVY_TAILED, MASSIVE -> number >= of(type);
            case LOCATION, SCALE -> Math.abs(number) >= of(type);
            case BIMODAL -> number > bimodal;
            case DEAD -> number == 0;
        };
    }

    private static void between(OutlierType type, double cut, double low, double high) {
        if (!(cut >= low && cut <= high)) {
            throw new IllegalArgumentException(
                    "The cut for %s must be between %s and %s.".formatted(type, plain(low), plain(high)));
        }
    }

    private static void above(OutlierType type, double cut, double low) {
        if (!(cut > low && Double.isFinite(cut))) {
            throw new IllegalArgumentException("The cut for %s must be a number above %s.".formatted(type, plain(low)));
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
