package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.SampleOrder.Key;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class NeuronSamplesDbTest {

    private static final float[] VALUES = {
        0.5f, -1, Float.NaN, 2, 0.5f, Float.POSITIVE_INFINITY, 1, Float.NEGATIVE_INFINITY, 2, 0
    };

    private static final SampleQuery BY_VALUE = SampleQuery.ALL.sorted(SampleOrder.by(Key.VALUE));

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private NeuronSamples samples;

    @Autowired
    private Access access;

    private Viewer me;
    private DatasetDetails dataset;
    private NeuronRef neuron;
    private SampleSource source;
    private LabelingId byScore;

    @BeforeEach
    void imported() {
        me = Viewer.of(people.member());
        dataset = testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(
                        new File("acts.npy", TestNpy.f32(10, 2, (s, n) -> n == 0 ? VALUES[s] : s)),
                        File.text("samples.csv", """
                                qid,question,label,score,note,value
                                q0,zebra,1,.9,ten,-3
                                q1,=2+3,0,-0.5,9,1
                                q2,Yak,1,,10,2
                                q3,"an ""owl"", eating",1,nan,-1e3,3
                                q4,bear,0,0.3,,4
                                q5,Ant,0,1e2,8.5,5
                                q6,50% off_,1,-7,+1+cmd,6
                                q7,λόγος,0,12,x,7
                                q8,cat,0,3,100000000000000000000,8
                                q9,cat,1,4,7,9
                                """)));
        neuron = new NeuronRef(dataset.id(), dataset.hookPoints().getFirst().id(), 0);
        byScore = labelings
                .add(me, dataset.id(), "by score", LabelingRule.ofThreshold("score", 1, "high", "low"))
                .id();
        var byLabel = dataset.labelings().getFirst();
        source = SampleSource.of(neuron, LabelSplit.stored(byLabel.id()));
    }

    private List<Integer> found(SampleQuery query) {
        return found(source, query);
    }

    private List<Integer> found(SampleSource from, SampleQuery query) {
        return samples.find(me, from, query).samples().items().stream()
                .map(one -> one.sample().ordinal())
                .toList();
    }

    @Test
    void samplesComeWithTextAttributesValueAndClass() {
        var page = samples.find(me, source, SampleQuery.ALL.page(3, 1));
        assertThat(page.samples().total()).isEqualTo(10);
        var one = page.samples().items().getFirst();
        assertThat(one.sample().id()).isEqualTo("q3");
        assertThat(one.sample().text()).isEqualTo("an \"owl\", eating");
        assertThat(one.sample().attributes()).containsEntry("note", "-1e3");
        assertThat(one.value()).isEqualTo(2);
        assertThat(one.className()).isEqualTo("true answer");
    }

    @Test
    void rangeIsHalfOpenUnlessClosedAndHoldsNoNanAndNoInfinity() {
        assertThat(found(SampleQuery.ALL.in(ValueRange.of(0.5, 2)))).containsExactly(0, 4, 6);
        assertThat(found(SampleQuery.ALL.in(ValueRange.closed(0.5, 2)))).containsExactly(0, 3, 4, 6, 8);
        assertThat(found(SampleQuery.ALL.in(ValueRange.closed(2, 2)))).containsExactly(3, 8);
        assertThat(found(SampleQuery.ALL.in(ValueRange.closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))))
                .containsExactly(0, 1, 3, 4, 6, 8, 9);
        assertThat(found(SampleQuery.ALL.in(ValueRange.of(50, 60)))).isEmpty();
        assertThat(found(SampleQuery.ALL.in(ValueRange.Special.NAN))).containsExactly(2);
        assertThat(found(SampleQuery.ALL.in(ValueRange.Special.POS_INF))).containsExactly(5);
        assertThat(found(SampleQuery.ALL.in(ValueRange.Special.NEG_INF))).containsExactly(7);
    }

    @Test
    void countsByClassAreThoseOfTheRangeWhateverIsShownOfIt() {
        var range = SampleQuery.ALL.in(ValueRange.closed(0, 1));
        var expected = List.of(new LabelClass("true answer", 3, 1), new LabelClass("false answer", 1, 2));
        assertThat(samples.find(me, source, range).inRange()).isEqualTo(expected);
        var narrowed = samples.find(
                me,
                source,
                range.ofClasses(Set.of("true answer")).containing("zebra").page(0, 1));
        assertThat(narrowed.inRange()).isEqualTo(expected);
        assertThat(narrowed.inRangeWithoutClass()).isZero();
        assertThat(narrowed.samples().total()).isEqualTo(1);

        var scored = SampleSource.of(neuron, LabelSplit.stored(byScore));
        assertThat(samples.find(me, scored, SampleQuery.ALL).inRangeWithoutClass())
                .isEqualTo(2);
        assertThat(found(scored, SampleQuery.ALL.ofClasses(Set.of("high")))).containsExactly(5, 7, 8, 9);
        assertThat(found(scored, SampleQuery.ALL.ofClasses(Set.of("high", "low"))))
                .doesNotContain(2, 3);
    }

    @Test
    void otherThresholdMovesTheClasses() {
        var moved = SampleSource.of(neuron, LabelSplit.at(byScore, 12));
        assertThat(found(moved, SampleQuery.ALL.ofClasses(Set.of("high")))).containsExactly(5, 7);
        assertThatThrownBy(
                        () -> found(new SampleSource(dataset.id(), neuron, new LabelSplit(labelId(), 1.0)), BY_VALUE))
                .isInstanceOf(BadInput.class);
    }

    private LabelingId labelId() {
        return dataset.labelings().getFirst().id();
    }

    @Test
    void textIsFoundInAnyCaseAndTakenAsItIs() {
        assertThat(found(SampleQuery.ALL.containing("YAK"))).containsExactly(2);
        assertThat(found(SampleQuery.ALL.containing("ΛΌΓ"))).containsExactly(7);
        assertThat(found(SampleQuery.ALL.containing("0% off_"))).containsExactly(6);
        assertThat(found(SampleQuery.ALL.containing("z%a"))).isEmpty();
        assertThat(found(SampleQuery.ALL.containing("Q8"))).containsExactly(8);
        assertThat(found(SampleQuery.ALL.containing("a\0nt"))).containsExactly(5);
        assertThat(found(BY_VALUE.containing("cat").in(ValueRange.of(0, 9)))).containsExactly(9, 8);
        assertThat(found(SampleQuery.ALL
                        .containing("a")
                        .sorted(SampleOrder.by(Key.ID).descending())
                        .page(1, 2)))
                .containsExactly(8, 5);
    }

    @Test
    void orderIsByWhatIsAskedForAndThenByThatOfTheSamples() {
        assertThat(found(BY_VALUE)).containsExactly(7, 1, 9, 0, 4, 6, 3, 8, 5, 2);
        assertThat(found(SampleQuery.ALL.sorted(SampleOrder.by(Key.VALUE).descending())))
                .containsExactly(5, 3, 8, 6, 0, 4, 9, 1, 7, 2);
        assertThat(found(SampleQuery.ALL.sorted(SampleOrder.by(Key.ORDINAL).descending())))
                .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        var scored = SampleSource.of(neuron, LabelSplit.stored(byScore));
        assertThat(found(scored, SampleQuery.ALL.sorted(SampleOrder.by(Key.CLASS))))
                .containsExactly(5, 7, 8, 9, 0, 1, 4, 6, 2, 3);
        assertThat(found(
                        scored, SampleQuery.ALL.sorted(SampleOrder.by(Key.CLASS).descending())))
                .containsExactly(0, 1, 4, 6, 5, 7, 8, 9, 2, 3);
        assertThat(found(SampleQuery.ALL
                        .in(ValueRange.closed(2, 2))
                        .sorted(SampleOrder.by(Key.TEXT).descending())))
                .containsExactly(8, 3);
        assertThat(found(SampleQuery.ALL.sorted(SampleOrder.by(Key.ID).descending())))
                .startsWith(9, 8, 7);
    }

    @Test
    void attributesAreSortedAsNumbersAndThenAsWords() {
        var byNote = SampleOrder.byAttribute("note");
        assertThat(found(SampleQuery.ALL.sorted(byNote)))
                .startsWith(3, 9, 5, 1, 2, 8)
                .endsWith(4);
        assertThat(found(SampleQuery.ALL.sorted(byNote.descending())))
                .startsWith(8, 2, 1, 5, 9, 3)
                .endsWith(4);
        assertThat(found(SampleQuery.ALL.sorted(SampleOrder.byAttribute("value"))))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void pagesOfAnyOrderJoinToTheWhole() {
        for (var order : List.of(
                SampleOrder.by(Key.VALUE), SampleOrder.by(Key.TEXT).descending(), SampleOrder.byAttribute("score"))) {
            var query = SampleQuery.ALL.sorted(order);
            var whole = found(query);
            assertThat(whole).hasSize(10).doesNotHaveDuplicates();
            for (var from = 0; from < 10; from += 3) {
                assertThat(found(query.page(from, 3))).isEqualTo(whole.subList(from, Math.min(10, from + 3)));
            }
            assertThat(found(query.page(10, 3))).isEmpty();
            assertThat(found(query.page(Integer.MAX_VALUE, 1000))).isEmpty();
        }
    }

    @Test
    void samplesAreListedWithoutANeuronAndWithoutALabeling() {
        var plain = new SampleSource(dataset.id(), null, null);
        var page = samples.find(me, plain, SampleQuery.ALL);
        assertThat(page.samples().items())
                .hasSize(10)
                .allSatisfy(one -> assertThat(one.value()).isNaN())
                .allSatisfy(one -> assertThat(one.className()).isNull());
        assertThat(page.inRange()).isEmpty();
        assertThat(page.inRangeWithoutClass()).isEqualTo(10);
        var labelled = new SampleSource(dataset.id(), null, LabelSplit.stored(labelId()));
        assertThat(found(labelled, SampleQuery.ALL.ofClasses(Set.of("false answer"))))
                .containsExactly(1, 4, 5, 7, 8);
    }

    @Test
    void badQueriesAreRefusedByField() {
        assertField(() -> SampleQuery.ALL.page(-1, 10), "limit");
        assertField(() -> SampleQuery.ALL.page(0, 0), "limit");
        assertField(() -> SampleQuery.ALL.page(0, 1001), "limit");
        assertField(() -> ValueRange.of(1, 1), "from");
        assertField(() -> ValueRange.of(2, 1), "from");
        assertField(() -> ValueRange.closed(Double.NaN, 1), "from");
        assertField(() -> found(SampleQuery.ALL.ofClasses(Set.of("neither"))), "class");
        assertField(() -> found(SampleQuery.ALL.sorted(SampleOrder.byAttribute("nothing"))), "sort");
        var plain = new SampleSource(dataset.id(), null, null);
        assertField(() -> found(plain, BY_VALUE), "neuron");
        assertField(() -> found(plain, SampleQuery.ALL.in(ValueRange.of(0, 1))), "neuron");
    }

    private static void assertField(Runnable asking, String field) {
        assertThatThrownBy(asking::run)
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.field()).contains(field));
    }

    @Test
    void groupsHoldTheLabelledSamplesFromLowToHigh() {
        var groups = samples.groups(me, neuron, LabelSplit.stored(labelId()), 3, 1);
        assertThat(groups.groups())
                .extracting(SampleGroups.Group::values)
                .containsExactly(
                        new ValueRange.Between(-1, 0.5, false),
                        new ValueRange.Between(0.5, 1, false),
                        new ValueRange.Between(1, 2, true));
        assertThat(groups.groups()).extracting(SampleGroups.Group::size).containsExactly(2, 2, 3);
        assertThat(groups.groups())
                .allSatisfy(group -> assertThat(group.classes())
                        .isEqualTo(samples.find(me, source, SampleQuery.ALL.in(group.values()))
                                .inRange()));
        assertThat(groups.groups())
                .flatExtracting(SampleGroups.Group::examples)
                .extracting(one -> one.sample().ordinal())
                .containsExactly(9, 4, 3);
        assertThat(groups.lowest()).extracting(ValuedSample::value).containsExactly(-1.0);
        assertThat(groups.highest()).extracting(ValuedSample::value).containsExactly(2.0);

        var scored = samples.groups(me, neuron, LabelSplit.stored(byScore), 10, 100);
        assertThat(scored.lowest()).extracting(one -> one.sample().ordinal()).containsExactly(1, 9, 0, 4, 6, 8);
        assertThat(scored.highest()).extracting(one -> one.sample().ordinal()).containsExactly(8, 6, 4, 0, 9, 1);
        assertField(() -> samples.groups(me, neuron, LabelSplit.stored(byScore), 0, 1), "groups");
        assertField(() -> samples.groups(me, neuron, LabelSplit.stored(byScore), 10, 101), "examples");
    }

    private String csv(SampleSource from, SampleQuery query) throws IOException {
        var text = new StringWriter();
        samples.export(me, from, query).writeTo(text);
        return text.toString();
    }

    @Test
    void exportWritesAllThatIsChosenAndNoFormula() throws IOException {
        var scored = SampleSource.of(neuron, LabelSplit.stored(byScore));
        assertThat(csv(scored, BY_VALUE.in(ValueRange.closed(-1, 2)).page(2, 1)))
                .isEqualTo("""
                ordinal,id,text,value,class,label,score,note,value (attribute)
                1,q1,'=2+3,-1.0,low,0,-0.5,9,1
                9,q9,cat,0.0,high,1,4,7,9
                0,q0,zebra,0.5,low,1,.9,ten,-3
                4,q4,bear,0.5,low,0,0.3,,4
                6,q6,50% off_,1.0,low,1,-7,'+1+cmd,6
                3,q3,"an ""owl"", eating",2.0,,1,nan,-1e3,3
                8,q8,cat,2.0,high,0,3,100000000000000000000,8
                """.replace("\n", "\r\n"));
        assertThat(csv(new SampleSource(dataset.id(), null, null), SampleQuery.ALL.containing("zebra")))
                .isEqualTo("ordinal,id,text,class,label,score,note,value\r\n0,q0,zebra,,1,.9,ten,-3\r\n");
    }

    @Test
    void exportOfADatasetThatIsDeletedMeanwhileEnds() {
        var export = samples.export(me, source, SampleQuery.ALL);
        datasets.delete(me, dataset.id(), true);
        assertThatThrownBy(() -> export.writeTo(new StringWriter())).isInstanceOf(NotFound.class);
    }

    @Test
    void exportsHoldNoConnection() throws IOException {
        for (var i = 0; i < 25; i++) {
            assertThat(csv(source, SampleQuery.ALL).lines()).hasSize(11);
        }
    }

    @Test
    void manySamplesAreExportedInBlocks() throws IOException {
        var many = testDatasets.small(me, "Many", 4_500, 2);
        var from = SampleSource.of(
                new NeuronRef(many.id(), many.hookPoints().getFirst().id(), 1),
                LabelSplit.stored(many.labelings().getFirst().id()));
        var lines = csv(from, SampleQuery.ALL.sorted(SampleOrder.by(Key.VALUE).descending()))
                .lines()
                .toList();
        assertThat(lines).hasSize(4_501);
        assertThat(lines.get(1)).startsWith("4499,q4499,Question 4499,4499.0625,false answer");
        assertThat(lines.getLast()).startsWith("0,q0,Question 0,0.0625,true answer");
    }

    @Test
    void whoDoesNotSeeTheDatasetGetsNoSamples() {
        assertNotFound(new Viewer.Reader(Set.of(dataset.id().asThing())));
        assertThatThrownBy(() ->
                        samples.find(me, SampleSource.of(neuron, LabelSplit.stored(LabelingId.create())), BY_VALUE))
                .isInstanceOf(NotFound.class);
        for (var missing : List.of(new NeuronRef(dataset.id(), 0, 2), new NeuronRef(dataset.id(), 9, 0))) {
            assertThatThrownBy(() -> samples.find(me, SampleSource.of(missing, LabelSplit.stored(labelId())), BY_VALUE))
                    .isInstanceOf(NotFound.class);
        }
        var colleague = Viewer.of(people.member());
        assertThat(samples.find(colleague, source, BY_VALUE).samples().items()).hasSize(10);
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        assertNotFound(colleague);
    }

    private void assertNotFound(Viewer viewer) {
        assertThatThrownBy(() -> samples.find(viewer, source, BY_VALUE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> samples.find(viewer, new SampleSource(dataset.id(), null, null), SampleQuery.ALL))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> samples.export(viewer, source, BY_VALUE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> samples.groups(viewer, neuron, LabelSplit.stored(labelId()), 10, 5))
                .isInstanceOf(NotFound.class);
    }
}
