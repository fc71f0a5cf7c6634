package org.histogrid.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.histogrid.base.BadInput;

/// How large a figure is printed.
///
/// @param width 3 to 150 cm, in `unit`
/// @param height the same; left out, panels are 1.4 times as wide as high and the figure as high as they need
/// @throws BadInput when a length is out of these bounds
public record FigureSize(double width, Optional<Double> height, Unit unit) {

    private static final double LEAST_CM = 3;
    private static final double MOST_CM = 150;

    /// A unit of length.
    public enum Unit {
        CM(72 / 2.54, "cm"),
        INCH(72, "in");

        private final double points;
        private final String symbol;

        Unit(double points, String symbol) {
            this.points = points;
            this.symbol = symbol;
        }

        double points() {
            return points;
        }

        /// "cm", "in"
        public String symbol() {
            return symbol;
        }
    }

    public FigureSize {
        check("width", width, unit);
        if (height.isPresent()) {
            check("height", height.get(), unit);
        }
    }

    /// As high as its panels need.
    public static FigureSize wide(double width, Unit unit) {
        return new FigureSize(width, Optional.empty(), unit);
    }

    public static FigureSize of(double width, double height, Unit unit) {
        return new FigureSize(width, Optional.of(height), unit);
    }

    double widthInPoints() {
        return width * unit.points();
    }

    Optional<Double> heightInPoints() {
        return height.map(length -> length * unit.points());
    }

    /// A length in the unit of this size: "18.3 cm".
    String inWords(double points) {
        return number(points / unit.points()) + " " + unit.symbol();
    }

    /// A length rounded up: "18.4 cm".
    String atLeast(double points) {
        return number(Math.ceil(points / unit.points() * 10) / 10) + " " + unit.symbol();
    }

    private static void check(String field, double length, Unit unit) {
        var cm = length * unit.points() / Unit.CM.points();
        if (!(cm >= LEAST_CM && cm <= MOST_CM)) {
            throw new BadInput("The %s of a figure is %s to %s %s."
                            .formatted(
                                    field,
                                    number(LEAST_CM * Unit.CM.points() / unit.points()),
                                    number(MOST_CM * Unit.CM.points() / unit.points()),
                                    unit.symbol()))
                    .forField(field);
        }
    }

    static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
