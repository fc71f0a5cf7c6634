package org.histogrid.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.histogrid.account.AccountService;
import org.histogrid.account.DemoTeam;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.histogram.AxisShare;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.BinRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/// In demo mode on an empty store: three synthetic datasets through the import that users take, and the project that
/// shows the published figure.
@Component
@ConditionalOnBooleanProperty("histogrid.demo")
@Order(2)
class Demo implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String PROJECT = "True and false answers";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final List<SyntheticRun.Model> MODELS = List.of(
            new SyntheticRun.Model("LLaMA-2-7B", 4096, 32, 12_438, 20_240_415),
            new SyntheticRun.Model("LLaMA-3-8B", 4096, 32, 12_391, 20_240_418),
            new SyntheticRun.Model("Gemma-7B", 3072, 28, 12_402, 20_240_221));

    private final AccountService accounts;
    private final ImportService imports;
    private final DatasetService datasets;
    private final LabelingService labelings;
    private final ProjectService projects;

    Demo(
            AccountService accounts,
            ImportService imports,
            DatasetService datasets,
            LabelingService labelings,
            ProjectService projects) {
        this.accounts = accounts;
        this.imports = imports;
        this.datasets = datasets;
        this.labelings = labelings;
        this.projects = projects;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        var member = accounts.findByName(DemoTeam.MEMBER.account());
        if (member.isEmpty()) {
            return;
        }
        var viewer = Viewer.of(member.get());
        if (!projects.search(viewer, "").isEmpty()
                || datasets.search(viewer, "", 0, 1).total() > 0) {
            return;
        }
        make(viewer);
    }

    private void make(Viewer viewer) throws InterruptedException {
        var figure = SeedFigure.load();
        var started = new LinkedHashMap<SyntheticRun.Model, ImportId>();
        for (var model : MODELS) {
            started.put(model, start(viewer, new SyntheticRun(model, figure)));
        }
        var rows = new ArrayList<ProjectRow>();
        for (var entry : started.entrySet()) {
            var dataset = finished(viewer, entry.getValue());
            rows.add(new ProjectRow(
                    dataset.id(),
                    byScore(viewer, dataset).id(),
                    dataset.hookPoints().getFirst().id(),
                    entry.getKey().name(),
                    figure.of(entry.getKey().name()).stream()
                            .map(SeedFigure.Panel::neuron)
                            .toList()));
        }
        var settings =
                HistogramSettings.DEFAULT.withBins(new BinRule.Count(100)).withShares(AxisShare.NONE, AxisShare.GRID);
        var content = ProjectContent.empty(PROJECT)
                .named(
                        PROJECT,
                        "Last hidden layer of three models, neurons of the published figure. Synthetic values drawn to "
                                + "follow it; no model was run.")
                .withRows(rows)
                .withSettings(settings);
        var project = projects.create(viewer, content);
        projects.changeVisibility(viewer, project.id(), Visibility.TEAM);
        LOG.info("The demo project is there: {}", PROJECT);
    }

    /// The same classes as the column of correct answers, but with a threshold that can be moved.
    private Labeling byScore(Viewer viewer, DatasetDetails dataset) {
        var rule = new LabelingRule("rouge1", null, 0.3, "true answer", "false answer");
        return labelings.add(viewer, dataset.id(), "true by ROUGE-1", rule);
    }

    private ImportId start(Viewer viewer, SyntheticRun run) {
        var model = run.model();
        var id = imports.begin(viewer);
        var matrixFile = model.name() + ".npy";
        imports.addFile(viewer, id, matrixFile, new ByteArrayInputStream(run.npy()));
        imports.addFile(
                viewer,
                id,
                "samples.csv",
                new ByteArrayInputStream(run.samplesCsv().getBytes(StandardCharsets.UTF_8)));
        var neurons = JsonNodeFactory.instance.arrayNode();
        run.neurons().forEach(neurons::add);
        var matrix = new ImportSpec.Matrix(
                matrixFile, null, null, "resid_post", model.layer(), null, null, "last", null, neurons, null, null);
        imports.commit(
                viewer,
                id,
                new ImportSpec(
                        "Synthetic answers, " + model.name(),
                        model.name(),
                        "Synthetic: drawn to follow the published figure, not recorded from a model. "
                                + "Use it to look around.",
                        null,
                        List.of(matrix),
                        null,
                        null));
        return id;
    }

    private DatasetDetails finished(Viewer viewer, ImportId id) throws InterruptedException {
        for (var waited = Duration.ZERO; waited.compareTo(LONGEST) < 0; waited = waited.plusMillis(100)) {
            var status = imports.find(viewer, id);
            if (status.state() == ImportStatus.State.SUCCEEDED) {
                return datasets.find(viewer, status.dataset().orElseThrow());
            }
            if (status.state().isOver()) {
                throw new IllegalStateException("The demo import ended as " + status.state() + ": " + status.problem());
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The demo import did not end within " + LONGEST);
    }
}
