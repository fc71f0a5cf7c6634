package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepOutlineTest {

    private static final double[] EDGES = {-1, 0, 0.5, 4};
    private static final double[] HEIGHTS = {3, 0, 7};

    @Test
    void goesUpAtTheFirstEdgeAndDownAtTheLast() {
        assertThat(StepOutline.xs(EDGES)).containsExactly(-1, -1, 0, 0, 0.5, 0.5, 4, 4);
        assertThat(StepOutline.tops(HEIGHTS, new double[0])).containsExactly(0, 3, 3, 0, 0, 7, 7, 0);
    }

    @Test
    void standsOnItsBases() {
        var bases = new double[] {1, 2, 5};
        assertThat(StepOutline.tops(HEIGHTS, bases)).containsExactly(1, 4, 4, 2, 2, 12, 12, 5);
        assertThat(StepOutline.feet(bases)).containsExactly(1, 1, 1, 2, 2, 5, 5, 5);
    }

    @Test
    void hasFourCornersForOneBin() {
        assertThat(StepOutline.xs(new double[] {0, 1})).containsExactly(0, 0, 1, 1);
        assertThat(StepOutline.tops(new double[] {9}, new double[0])).containsExactly(0, 9, 9, 0);
        assertThat(StepOutline.feet(new double[] {2})).containsExactly(2, 2, 2, 2);
    }

    @Test
    void hangsDownWhereHeightsAreNegative() {
        assertThat(StepOutline.tops(new double[] {-2, -1}, new double[0])).containsExactly(0, -2, -2, -1, -1, 0);
    }
}
