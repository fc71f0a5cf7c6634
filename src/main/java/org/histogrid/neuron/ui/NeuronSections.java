package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.function.Consumer;
import org.histogrid.dataset.LabelSplit;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.NeuronSamples;
import org.histogrid.dataset.ValueRange;
import org.histogrid.figure.ClassColours;
import org.histogrid.finding.ui.FindingNavigation;
import org.histogrid.neuron.NeuronElsewhere;
import org.histogrid.neuron.NeuronScores;
import org.histogrid.neuron.SimilarNeurons;
import org.histogrid.screening.RankingService;
import org.histogrid.sharing.CurrentViewer;

/// Makes what stands under the histogram of a neuron.
@SpringComponent
class NeuronSections {

    private static final int GROUPS = 10;
    private static final int AT_EACH_END = 10;

    private final NeuronScores scores;
    private final NeuronSamples samples;
    private final NeuronElsewhere elsewhere;
    private final SimilarNeurons similar;
    private final RankingService rankings;
    private final FindingNavigation findings;
    private final CurrentViewer viewer;

    NeuronSections(
            NeuronScores scores,
            NeuronSamples samples,
            NeuronElsewhere elsewhere,
            SimilarNeurons similar,
            RankingService rankings,
            FindingNavigation findings,
            CurrentViewer viewer) {
        this.scores = scores;
        this.samples = samples;
        this.elsewhere = elsewhere;
        this.similar = similar;
        this.rankings = rankings;
        this.findings = findings;
        this.viewer = viewer;
    }

    FindingSection findings(NeuronPage page) {
        return new FindingSection(findings, page.place().ref());
    }

    /// @param onSelect takes a range of recorded values
    List<Component> of(NeuronPage page, Consumer<ValueRange> onSelect) {
        var labeling = page.labeling().orElseThrow();
        var neuron = page.place().ref();
        var groups = samples.groups(viewer.get(), neuron, LabelSplit.stored(labeling.id()), GROUPS, AT_EACH_END);
        return List.of(
                scores(neuron, labeling),
                new GroupSection(groups, ClassColours.of(page.grid().orElseThrow()), onSelect),
                new ElsewhereSection(elsewhere.find(viewer.get(), page.place(), labeling)),
                new SimilarSection(similar, viewer, page.place()));
    }

    private ScoreSection scores(NeuronRef neuron, Labeling labeling) {
        var section = new ScoreSection(scores.profile(viewer.get(), neuron, labeling.id()));
        rankings.of(viewer.get(), neuron, labeling.id())
                .ifPresent(screening -> section.among(screening, ColumnWords.of(labeling.classes(), 0)));
        return section;
    }

    /// Opens the form for a new finding.
    void note(NeuronPage page, Runnable onNoted) {
        findings.note(page.place().ref(), onNoted);
    }
}
