package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.histogrid.figure.Drawing.Box;

/// Directions of hatching that are told apart without colour.
enum HatchKind {
    RISING("///", Direction.RISING),
    FALLING("\\\\\\", Direction.FALLING),
    LEVEL("---", Direction.LEVEL),
    UPRIGHT("|||", Direction.UPRIGHT),
    CROSSED("xxx", Direction.RISING, Direction.FALLING),
    SQUARED("+++", Direction.LEVEL, Direction.UPRIGHT),
    RISING_UPRIGHT("///|||", Direction.RISING, Direction.UPRIGHT),
    FALLING_LEVEL("\\\\\\---", Direction.FALLING, Direction.LEVEL);

    private enum Direction {
        RISING,
        FALLING,
        LEVEL,
        UPRIGHT;

        private boolean slants() {
            return this == RISING || this == FALLING;
        }
    }

    private final String letters;
    private final List<Direction> directions;

    HatchKind(String letters, Direction... directions) {
        this.letters = letters;
        this.directions = List.of(directions);
    }

    /// As matplotlib writes it.
    String letters() {
        return letters;
    }

    /// The length after which the hatch repeats itself across and down.
    ///
    /// @param distance between two lines
    double period(double distance) {
        return directions.stream().anyMatch(Direction::slants) ? distance * Math.sqrt(2) : distance;
    }

    /// All lines that meet a box, and may reach beyond it; they stand where they would for any other box.
    List<double[]> lines(double distance, Box box) {
        var period = period(distance);
        var lines = new ArrayList<double[]>();
        for (var direction : directions) {
            switch (direction) {
                case RISING ->
                    multiples(
                            box.left() + box.top(),
                            box.right() + box.bottom(),
                            period,
                            at -> lines.add(new double[] {box.left(), at - box.left(), box.right(), at - box.right()}));
                case FALLING ->
                    multiples(
                            box.left() - box.bottom(),
                            box.right() - box.top(),
                            period,
                            at -> lines.add(new double[] {box.left(), box.left() - at, box.right(), box.right() - at}));
                case LEVEL ->
                    multiples(
                            box.top(),
                            box.bottom(),
                            period,
                            at -> lines.add(new double[] {box.left(), at, box.right(), at}));
                case UPRIGHT ->
                    multiples(
                            box.left(),
                            box.right(),
                            period,
                            at -> lines.add(new double[] {at, box.top(), at, box.bottom()}));
            }
        }
        return lines;
    }

    private static void multiples(double low, double high, double period, DoubleConsumer use) {
        for (var k = Math.ceil(low / period); k * period <= high; k++) {
            use.accept(k * period);
        }
    }
}
