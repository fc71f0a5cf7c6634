package org.histogrid.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.Json;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.project.RowFill.Place;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class NeuronChoiceDbTest {

    private static final NeuronChoice CHOICE = new NeuronChoice(
            new ScoreAt(Split.DISCOVERY, ProfileColumn.of(Score.AUROC)),
            RankOrder.ABS,
            List.of(7, 3, 9),
            false,
            20,
            Optional.of("blue"),
            List.of("q, all samples at most 0.05"),
            LocalDate.of(2026, 11, 22));

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ProjectService projects;

    private Viewer owner;
    private DatasetDetails dataset;

    @BeforeEach
    void importADataset() {
        owner = Viewer.of(people.member());
        dataset = testDatasets.small(owner, "A run", 30, 20);
    }

    private ProjectRow row(Integer... neurons) {
        return new ProjectRow(dataset.id(), dataset.labelings().getFirst().id(), 0, "Model", List.of(neurons));
    }

    private RowFill fill(Place place) {
        return new RowFill(row().labelingRef(), 0, "New", CHOICE, place);
    }

    private static ProjectContent content(ProjectRow... rows) {
        return ProjectContent.empty("A project").withRows(List.of(rows));
    }

    @Test
    void aRowKeepsHowItsNeuronsWereChosenThroughSavesAndCopies() {
        var made = projects.create(owner, fill(new Place.NewRow()).into(content(row(1))));
        assertThat(projects.find(owner, made.id()).content().rows().getFirst().chosen())
                .isEmpty();
        assertThat(projects.find(owner, made.id()).content().rows().getLast().chosen())
                .contains(CHOICE);
        assertThat(projects.copy(owner, made.id()).content().rows().getLast().chosen())
                .contains(CHOICE);

        var edited = made.content().rows().getLast().withNeurons(List.of(3, 9, 11, 12));
        var saved =
                projects.save(owner, made.id(), made.version(), made.content().withRow(1, edited));
        var kept = saved.content().rows().getLast().chosen().orElseThrow();
        assertThat(kept.missingIn(edited.neurons())).isEqualTo(1);
        assertThat(kept.othersIn(edited.neurons())).isEqualTo(2);
    }

    @Test
    void theChoiceGoesWithTheLastOfItsNeuronsAndWithAnotherPlace() {
        var row = row(7, 3, 9).chosen(Optional.of(CHOICE));
        assertThat(row.withNeurons(List.of(9)).chosen()).contains(CHOICE);
        assertThat(row.withNeurons(List.of(1, 2)).chosen()).isEmpty();
        assertThat(row(7, 3).keeping(row).chosen()).contains(CHOICE);
        var elsewhere = new ProjectRow(row.dataset(), row.labeling(), 1, "Model", List.of(7, 3, 9));
        assertThat(elsewhere.keeping(row).chosen()).isEmpty();
    }

    @Test
    void neuronsGoBehindOrInsteadOfThoseThatAreThere() {
        var before = content(row(1, 3));
        assertThat(fill(new Place.EndOf(0)).into(before).rows().getFirst().neurons())
                .containsExactly(1, 3, 7, 9);
        var replaced = fill(new Place.InsteadOf(0)).into(before).rows().getFirst();
        assertThat(replaced.neurons()).containsExactly(7, 3, 9);
        assertThat(replaced.label()).isEqualTo("Model");
        assertThat(replaced.chosen()).contains(CHOICE);
        var added = fill(new Place.NewRow()).into(before).rows().getLast();
        assertThat(added.label()).isEqualTo("New");
        assertThat(added.neurons()).containsExactly(7, 3, 9);
    }

    @Test
    void theDocumentSaysItAndReadsBack() {
        var json = ChoiceJson.write(CHOICE);
        assertThat(json.get("by").asString()).isEqualTo("auroc");
        assertThat(json.get("split").asString()).isEqualTo("discovery");
        assertThat(json.get("k").asInt()).isEqualTo(3);
        assertThat(json.get("on").asString()).isEqualTo("2026-11-22");
        assertThat(ChoiceJson.read(Json.read(json.toString(), JsonNode.class))).contains(CHOICE);
        assertThat(ChoiceJson.read(null)).isEmpty();
    }

    @Test
    void whatIsStoredAndNoLongerReadsIsNothing() {
        assertThat(ChoiceJson.stored("{\"by\": \"gone\"}")).isEmpty();
        assertThat(ChoiceJson.stored(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"by\": \"beauty\"",
                "\"split\": \"tomorrow\"",
                "\"order\": \"up\"",
                "\"tested\": -1",
                "\"tested\": \"many\"",
                "\"on\": \"yesterday\"",
                "\"neurons\": [\"7\"]",
                "\"filters\": [7]",
                "\"side\": 3"
            })
    void aDocumentThatDoesNotReadIsRefusedAtItsField(String part) {
        var json = ChoiceJson.write(CHOICE).toString();
        var name = part.substring(1, part.indexOf('"', 1));
        var broken = json.replaceFirst("\"%s\":(\\[[^]]*]|\"[^\"]*\"|[^,}]*)".formatted(name), part);
        assertThat(broken).isNotEqualTo(json);
        assertThatThrownBy(() -> ChoiceJson.read(Json.read(broken, JsonNode.class)))
                .isInstanceOfSatisfying(
                        BadInput.class, problem -> assertThat(problem.field()).contains("rows.chosen." + name));
    }
}
