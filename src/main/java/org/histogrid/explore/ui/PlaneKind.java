package org.histogrid.explore.ui;

import java.util.List;
import org.histogrid.chart.ReferenceLine;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.Split;

/// The planes that neurons are drawn in.
enum PlaneKind {
    /// The score against how unlikely it is by chance.
    VOLCANO {
        @Override
        ScoreAt x(ScoreAt by) {
            return by;
        }

        @Override
        ScoreAt y(ScoreAt by) {
            return new ScoreAt(by.split(), ProfileColumn.LOG10_Q);
        }

        @Override
        boolean isTurned() {
            return true;
        }

        @Override
        List<ReferenceLine> lines() {
            return List.of(new ReferenceLine.AtY(-Math.log10(Q), "q = " + Q));
        }

        @Override
        String words() {
            return "The score against q on a logarithmic scale: what lies high is hard to explain by chance. Drag over a "
                    + "rectangle to list its neurons.";
        }
    },
    /// The score in the half that ranks against the one that checks.
    HALVES {
        @Override
        ScoreAt x(ScoreAt by) {
            return new ScoreAt(Split.DISCOVERY, by.column());
        }

        @Override
        ScoreAt y(ScoreAt by) {
            return new ScoreAt(Split.HELD_OUT, by.column());
        }

        @Override
        boolean isTurned() {
            return false;
        }

        @Override
        List<ReferenceLine> lines() {
            return List.of(new ReferenceLine.Diagonal());
        }

        @Override
        String words() {
            return "Each half of the samples by itself. A neuron that holds lies near the line. Drag over a rectangle to list "
                    + "its neurons.";
        }
    };

    private static final double Q = 0.05;

    abstract ScoreAt x(ScoreAt by);

    abstract ScoreAt y(ScoreAt by);

    /// Whether the vertical axis shows the score times −1.
    abstract boolean isTurned();

    abstract List<ReferenceLine> lines();

    abstract String words();

    /// From the vertical axis to the score, or back.
    double[] toScore(double from, double to) {
        return isTurned() ? new double[] {-to, -from} : new double[] {from, to};
    }
}
