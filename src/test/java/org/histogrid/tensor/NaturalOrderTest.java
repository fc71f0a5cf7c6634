package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void numbersAreComparedByValue() {
        List<String> sorted = List.of(
                "layer_0",
                "layer_2.npy",
                "layer_10.npy",
                "layer_10_0.npy",
                "layer_10_25.npy",
                "layer_10_100.npy",
                "layer_99999999999999999999",
                "layer_100000000000000000000");

        List<String> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(NaturalOrder.INSTANCE);

        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void namesThatDifferInZerosOnlyAreNotEqual() {
        assertThat(NaturalOrder.INSTANCE.compare("7", "07")).isNotZero();
        assertThat(NaturalOrder.INSTANCE.compare("a7", "a7")).isZero();
    }
}
