package org.histogrid.histogram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.NeuronValues;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.GridPlan.PlannedRow;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.Binning;
import org.histogrid.stats.Histograms;

/// Computes one grid. Panels that share edges form a group; groups are read and computed one after the other, as many
/// in one query as fit the memory bound, so that a usual grid takes one query and a large one does not grow the heap.
final class GridComputation {

    private static final long MOST_BYTES_AT_ONCE = 64L << 20;
    private static final long MOST_POOLED_VALUES = 20_000_000;

    private record Place(int row, int column) {}

    private final GridPlan plan;
    private final HistogramSettings settings;
    private final ActivationService activations;
    private final Viewer viewer;
    private final Map<LabelingRef, LabelCodes> codes;
    private final Map<Place, Panel> panels = new ConcurrentHashMap<>();

    GridComputation(GridPlan plan, ActivationService activations, Viewer viewer) {
        this.plan = plan;
        this.settings = plan.settings();
        this.activations = activations;
        this.viewer = viewer;
        this.codes = activations.labels(
                viewer,
                plan.rows().stream()
                        .filter(row -> row.problem().isEmpty())
                        .map(row ->
                                new LabelingRef(row.spec().dataset(), row.spec().labeling()))
                        .toList());
    }

    ComputedGrid run() {
        var batch = new ArrayList<List<Place>>();
        var bytes = 0L;
        for (var group : groups()) {
            var more = group.stream().mapToLong(this::bytes).sum();
            if (!batch.isEmpty() && bytes + more > MOST_BYTES_AT_ONCE) {
                compute(batch);
                batch.clear();
                bytes = 0;
            }
            batch.add(group);
            bytes += more;
        }
        compute(batch);
        return new ComputedGrid(GridAxes.share(rows(), settings), settings);
    }

    private List<List<Place>> groups() {
        var groups = new LinkedHashMap<Object, List<Place>>();
        for (var r = 0; r < plan.rows().size(); r++) {
            var row = plan.rows().get(r);
            var neurons = row.spec().neurons();
            for (var c = 0; c < neurons.size(); c++) {
                var place = new Place(r, c);
                if (row.problem().isPresent()) {
                    panels.put(place, Panel.failed(neurons.get(c), row.problem().get()));
                } else if (!row.holds(neurons.get(c))) {
                    panels.put(place, Panel.failed(neurons.get(c), outOfRange(row, neurons.get(c))));
                } else {
                    groups.computeIfAbsent(groupOf(place), key -> new ArrayList<>())
                            .add(place);
                }
            }
        }
        return List.copyOf(groups.values());
    }

    private Object groupOf(Place place) {
        return switch (settings.edgeScope()) {
            case PANEL -> place;
            case ROW -> place.row();
            case COLUMN -> place.column();
            case GRID -> "grid";
        };
    }

    private static String outOfRange(PlannedRow row, int neuron) {
        return "Neuron %d is not recorded here: this hook point holds %s."
                .formatted(neuron, row.point().orElseThrow().neuronsInWords());
    }

    private void compute(List<List<Place>> groups) {
        var wanted = new LinkedHashSet<NeuronRef>();
        groups.forEach(group -> group.forEach(place -> wanted.add(ref(place))));
        if (wanted.isEmpty()) {
            return;
        }
        var read = activations.read(viewer, wanted);
        groups.parallelStream().forEach(group -> compute(group, read));
    }

    private void compute(List<Place> group, Map<NeuronRef, NeuronValues> read) {
        var values = new ArrayList<double[]>();
        var labelled = new ArrayList<double[]>();
        var pooled = 0L;
        for (var place : group) {
            var vector = read.get(ref(place));
            if (vector == null) {
                throw new IllegalStateException("An activation vector is missing: " + ref(place));
            }
            var decoded = ActivationCodec.decode(vector.payload(), vector.encoding());
            values.add(decoded);
            labelled.add(labelledOnly(decoded, codes(place)));
            pooled += decoded.length;
            if (pooled > MOST_POOLED_VALUES) {
                throw new BadInput(
                                "These panels share edges over more than %,d values. Choose edges by panel or by row."
                                        .formatted(MOST_POOLED_VALUES))
                        .forField("edgeScope");
            }
        }
        var edges = edges(labelled);
        for (var i = 0; i < group.size(); i++) {
            var place = group.get(i);
            panels.put(place, panel(neuron(place), edges, values.get(i), codes(place)));
        }
    }

    private BinEdges edges(List<double[]> pooled) {
        try {
            return Binning.edges(settings.bins(), settings.range(), pooled);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e).forField("bins");
        }
    }

    private Panel panel(int neuron, BinEdges edges, double[] values, LabelCodes labels) {
        var histograms =
                Histograms.count(values, labels.classOf(), labels.classes().size(), edges);
        var classes = new ArrayList<PanelClass>();
        for (var i = 0; i < histograms.size(); i++) {
            var histogram = histograms.get(i);
            var of = labels.classes().get(i);
            classes.add(new PanelClass(of.name(), of.colour(), histogram, histogram.values(settings.stat(), edges)));
        }
        return GridAxes.own(new Panel(
                neuron, Optional.of(edges), classes, ComputedGrid.Axis.UNIT, ComputedGrid.Axis.UNIT, Optional.empty()));
    }

    /// Edges come from the values that are shown: those of samples with a class.
    private static double[] labelledOnly(double[] values, LabelCodes labels) {
        var labelled = labels.classes().stream().mapToInt(one -> one.count()).sum();
        if (labelled == values.length) {
            return values;
        }
        var kept = new double[labelled];
        var next = 0;
        for (var i = 0; i < values.length; i++) {
            if (labels.classOf()[i] >= 0) {
                kept[next++] = values[i];
            }
        }
        return kept;
    }

    private LabelCodes codes(Place place) {
        var row = plan.rows().get(place.row()).spec();
        return Objects.requireNonNull(codes.get(new LabelingRef(row.dataset(), row.labeling())));
    }

    private List<ComputedGrid.Row> rows() {
        var rows = new ArrayList<ComputedGrid.Row>();
        for (var r = 0; r < plan.rows().size(); r++) {
            var row = plan.rows().get(r);
            var ofRow = new ArrayList<Panel>();
            for (var c = 0; c < row.spec().neurons().size(); c++) {
                ofRow.add(panels.get(new Place(r, c)));
            }
            rows.add(new ComputedGrid.Row(provenance(row), row.problem(), ofRow));
        }
        return rows;
    }

    private Optional<ComputedGrid.Provenance> provenance(PlannedRow row) {
        if (row.problem().isPresent()) {
            return Optional.empty();
        }
        var dataset = row.dataset().orElseThrow();
        var point = row.point().orElseThrow();
        var labeling = row.labeling().orElseThrow();
        return Optional.of(new ComputedGrid.Provenance(
                dataset.name(),
                dataset.model(),
                point.site(),
                Optional.ofNullable(point.layer()),
                point.token(),
                labeling.name(),
                labeling.labelled(),
                settings.bins().label()));
    }

    private int neuron(Place place) {
        return plan.rows().get(place.row()).spec().neurons().get(place.column());
    }

    private NeuronRef ref(Place place) {
        return plan.rows().get(place.row()).ref(neuron(place));
    }

    /// The payload and the doubles it is decoded to.
    private long bytes(Place place) {
        return 10L * plan.rows().get(place.row()).dataset().orElseThrow().samples();
    }
}
