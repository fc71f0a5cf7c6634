package org.histogrid.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class FindingServiceDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private FindingService findings;

    @Autowired
    private Access access;

    private Viewer author;
    private Viewer colleague;
    private DatasetDetails dataset;

    @BeforeEach
    void importADataset() {
        author = Viewer.of(people.member());
        colleague = Viewer.of(people.member());
        dataset = testDatasets.small(author, "A run", 30, 20);
        access.changeVisibility(author, dataset.id().asThing(), Visibility.PRIVATE);
    }

    private NeuronRef neuron(int neuron) {
        return new NeuronRef(dataset.id(), 0, neuron);
    }

    private static FindingText outlier(String title) {
        return new FindingText(FindingType.OUTLIER, "", title, "Its peak stands apart.");
    }

    private void shareDataset() {
        access.changeVisibility(author, dataset.id().asThing(), Visibility.TEAM);
    }

    @Test
    void findingSaysWhereItsNeuronLiesAndWhoWroteIt() {
        var finding = findings.add(author, neuron(3), outlier("Two peaks"));

        assertThat(finding.dataset()).isEqualTo("A run");
        assertThat(finding.hookPoint()).isNotBlank();
        assertThat(finding.author()).isEqualTo(author.member().name());
        assertThat(finding.mine()).isTrue();
        assertThat(finding.isEdited()).isFalse();
        assertThat(findings.find(author, finding.id()).text()).isEqualTo(finding.text());
    }

    @Test
    void findingsOfManyNeuronsComeTogetherAndOthersStayOut() {
        findings.add(author, neuron(3), outlier("First"));
        findings.add(author, neuron(3), outlier("Second"));
        findings.add(author, neuron(5), outlier("Elsewhere"));

        var found = findings.of(author, List.of(neuron(3), neuron(4), neuron(3)));

        assertThat(found.keySet()).isEqualTo(Set.of(neuron(3)));
        assertThat(found.get(neuron(3))).extracting(one -> one.text().title()).containsExactly("First", "Second");
    }

    @Test
    void searchLooksInTextsAndTakesANumberForANeuron() {
        var word = UUID.randomUUID().toString().replaceAll("[0-9-]", "x");
        findings.add(author, neuron(7), outlier(word));
        findings.add(author, neuron(8), new FindingText(FindingType.OTHER, "tag" + word, "Another", ""));

        assertThat(findings.search(author, word.toUpperCase(java.util.Locale.ROOT), Optional.empty()))
                .hasSize(2);
        assertThat(findings.search(author, word, Optional.of(FindingType.OTHER)))
                .extracting(one -> one.text().label())
                .containsExactly("tag" + word);
        assertThat(findings.search(author, "7", Optional.empty()))
                .filteredOn(one -> one.neuron().dataset().equals(dataset.id()))
                .extracting(one -> one.neuron().neuron())
                .containsExactly(7);
        assertThat(findings.search(author, "100%", Optional.empty())).isEmpty();
    }

    @Test
    void nobodySeesFindingsOfADatasetThatIsNotTheirs() {
        var finding = findings.add(author, neuron(3), outlier("Mine"));

        assertThat(findings.of(colleague, List.of(neuron(3)))).isEmpty();
        assertThat(findings.search(colleague, "Mine", Optional.empty())).isEmpty();
        assertThatThrownBy(() -> findings.find(colleague, finding.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> findings.add(colleague, neuron(3), outlier("Theirs")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> findings.change(colleague, finding.id(), outlier("Changed")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void membersSeeButOnlyTheAuthorChangesAndDeletes() {
        shareDataset();
        var finding = findings.add(author, neuron(3), outlier("Ours"));

        assertThat(findings.find(colleague, finding.id()).mine()).isFalse();
        assertThatThrownBy(() -> findings.change(colleague, finding.id(), outlier("Changed")))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> findings.delete(colleague, finding.id())).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> findings.delete(Viewer.of(people.admin()), finding.id()))
                .isInstanceOf(Denied.class);

        var changed = findings.change(author, finding.id(), outlier("Changed"));
        assertThat(changed.text().title()).isEqualTo("Changed");
        assertThat(changed.isEdited()).isTrue();
        findings.delete(author, finding.id());
        assertThatThrownBy(() -> findings.find(author, finding.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void whoComesByALinkSeesNoFindings() {
        shareDataset();
        var reader = new Viewer.Reader(Set.of(dataset.id().asThing()));
        assertThatThrownBy(() -> findings.of(reader, List.of(neuron(3)))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> findings.search(reader, "", Optional.empty())).isInstanceOf(Denied.class);
    }

    @Test
    void neuronsThatAreNotRecordedAndTextsWithoutTitleAreRefusedAtTheirField() {
        assertThatThrownBy(() -> findings.add(author, neuron(20), outlier("Nowhere")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("0 to 19")
                .satisfies(failure -> assertThat(((BadInput) failure).field()).contains("neuron"));
        assertThatThrownBy(() -> outlier(" "))
                .satisfies(failure -> assertThat(((BadInput) failure).field()).contains("title"));
        assertThatThrownBy(() -> new FindingText(FindingType.OTHER, " ", "Title", ""))
                .satisfies(failure -> assertThat(((BadInput) failure).field()).contains("tag"));
    }
}
