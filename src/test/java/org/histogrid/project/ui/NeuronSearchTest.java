package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.finding.Finding;
import org.histogrid.finding.FindingId;
import org.histogrid.finding.FindingText;
import org.histogrid.finding.FindingType;
import org.histogrid.project.ui.NeuronSearch.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeuronSearchTest {

    private static final List<Finding> FINDINGS = List.of(
            finding(17, new FindingText(FindingType.OUTLIER, "", "Sees years after 1990", "")),
            finding(250, new FindingText(FindingType.OTHER, "Dates", "Twin peaks", "")));

    private static final NeuronSearch ALL = search(4096, List.of());
    private static final NeuronSearch CHOSEN = search(5, List.of(200, 21, 2, 3120, 1));

    private static NeuronSearch search(int count, List<Integer> chosen) {
        return new NeuronSearch(new HookPoint(0, "resid_post", 32, "", "last", "F16", count, chosen, 0, 0), FINDINGS);
    }

    private static Finding finding(int neuron, FindingText text) {
        return new Finding(
                new FindingId(new UUID(0, neuron)),
                0,
                new NeuronRef(new DatasetId(new UUID(0, 1)), 0, neuron),
                "",
                "",
                "",
                "",
                text,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                true);
    }

    private static List<Integer> found(NeuronSearch search, String text) {
        return search.matching(text).map(Suggestion::neuron).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "40", "409", "4096", "7", "99", "0", "12", "40951"})
    void numbersAreThoseThatBeginAsTyped(String start) {
        assertThat(ALL.matching(start).filter(one -> one.finding().isEmpty()).map(Suggestion::neuron))
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 4096)
                        .boxed()
                        .filter(neuron -> String.valueOf(neuron).startsWith(start))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "012", "99999999999999999999", "-1", "1.5", "nothing like it"})
    void whatNothingBeginsWithFindsNothing(String text) {
        assertThat(found(ALL, text)).isEmpty();
    }

    @Test
    void wordsFindFindings() {
        assertThat(found(ALL, " YEARS")).containsExactly(17);
        assertThat(found(ALL, "dates")).containsExactly(250);
        assertThat(found(ALL, "1990")).containsExactly(1990, 17);
        assertThat(found(ALL, "250")).startsWith(250, 2500).endsWith(2509, 250);
        assertThat(ALL.matching("outlier").map(Suggestion::inWords))
                .containsExactly("Outlier: Sees years after 1990, neuron 17");
    }

    @Test
    void chosenNeuronsAreOfferedInOrder() {
        assertThat(found(CHOSEN, "2")).containsExactly(2, 21, 200, 250);
        assertThat(found(CHOSEN, "")).containsExactly(17, 250, 1, 2, 21, 200, 3120);
        assertThat(found(ALL, "")).hasSize(4098);
    }
}
