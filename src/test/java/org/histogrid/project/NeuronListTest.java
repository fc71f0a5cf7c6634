package org.histogrid.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.HookPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeuronListTest {

    private static final HookPoint ALL = new HookPoint(0, "resid_post", 32, "", "last", "F16", 4096, List.of(), 0, 0);
    private static final HookPoint SOME =
            new HookPoint(0, "resid_post", 32, "", "last", "F16", 3, List.of(3, 90, 4000), 0, 0);

    @ParameterizedTest
    @ValueSource(
            strings = {"2021, 149, 3556", "2021 149 3556", " 2021;149;\n3556 ", "2021,149,3556,", "02021, 149, 3556"})
    void readsNumbersHoweverTheyAreSetApart(String text) {
        assertThat(NeuronList.parse(text)).containsExactly(2021, 149, 3556);
    }

    @Test
    void keepsOrderAndRepeats() {
        assertThat(NeuronList.parse("5, 1, 5")).containsExactly(5, 1, 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7, 100-103, 5",
                "7 100 - 103 5",
                "7;100\u2013103;5",
                "7, 100 \u2014 103, 5",
                "7, 100\u2212101, 102-103, 5-5"
            })
    void readsRangesInTheirOrder(String text) {
        assertThat(NeuronList.parse(text)).containsExactly(7, 100, 101, 102, 103, 5);
    }

    @Test
    void refusesRangesThatRunBackwards() {
        assertThatThrownBy(() -> NeuronList.parse("2021, 120-100"))
                .isInstanceOf(BadInput.class)
                .hasMessage("120-100 runs backwards: type 100-120.");
    }

    @Test
    void refusesRangesLongerThanARow() {
        assertThat(NeuronList.parse("0-59")).hasSize(60);
        assertThatThrownBy(() -> NeuronList.parse("3, 0-2147483647"))
                .isInstanceOf(BadInput.class)
                .hasMessage("0-2147483647 stands for 2\u202f147\u202f483\u202f648 neurons, and a row has at most 60.");
    }

    @Test
    void emptyTextIsNoNeuron() {
        assertThat(NeuronList.parse(" , ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.5",
                "2021, abc",
                "99999999999",
                "2021, 1-",
                "2021, -5",
                "1-2-3",
                "1-b",
                "\u2013",
                "0-99999999999"
            })
    void namesWhatIsNoNeuron(String text) {
        assertThatThrownBy(() -> NeuronList.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(text.replaceFirst(".*, ", ""))
                .satisfies(failure -> assertThat(((BadInput) failure).field()).contains("neurons"));
    }

    @Test
    void writesWhatItReads() {
        assertThat(NeuronList.parse(NeuronList.format(List.of(7, 0, 12)))).containsExactly(7, 0, 12);
        assertThat(NeuronList.format(NeuronList.parse("3-5"))).isEqualTo("3, 4, 5");
    }

    @Test
    void saysWhatTheHookPointHolds() {
        NeuronList.check(List.of(0, 4095), ALL);
        NeuronList.check(List.of(90), SOME);
        assertThatThrownBy(() -> NeuronList.check(List.of(5, 4096), ALL))
                .hasMessage("Neuron 4096 is not recorded at resid_post, layer 32, token last, which holds 0 to 4095.");
        assertThatThrownBy(() -> NeuronList.check(List.of(91), SOME)).hasMessageContaining("3, 90, 4000");
        assertThatThrownBy(() -> NeuronList.check(List.of(3, 91, 92, 91), SOME))
                .hasMessageStartingWith("Neurons 91, 92 are not recorded at resid_post");
        assertThatThrownBy(() -> NeuronList.check(NeuronList.parse("90-100"), SOME))
                .hasMessageStartingWith("Neurons 91, 92, 93, 94, 95, 96 and 4 more are not recorded");
    }

    @Test
    void refusesMoreThanARowHas() {
        var many = IntStream.range(0, 61).boxed().toList();
        assertThatThrownBy(() -> NeuronList.check(many, ALL)).hasMessage("A row has at most 60 neurons, not 61.");
    }
}
