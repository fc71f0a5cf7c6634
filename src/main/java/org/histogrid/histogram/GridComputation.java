package org.histogrid.histogram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.HookPointStatistics;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.NeuronValues;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.GridPlan.PlannedRow;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;

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
    private final RowInputs inputs;
    private final Map<Place, Panel> panels = new ConcurrentHashMap<>();

    GridComputation(GridPlan plan, ActivationService activations, HookPointStatistics statistics, Viewer viewer) {
        this.plan = plan;
        this.settings = plan.settings();
        this.activations = activations;
        this.viewer = viewer;
        this.inputs = new RowInputs(plan, activations, statistics, viewer);
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
            case PANEL, CLASS -> place;
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
            var shown = inputs.scaled(ActivationCodec.decode(vector.payload(), vector.encoding()), place.row());
            values.add(shown);
            labelled.add(RowInputs.labelled(shown, inputs.labels(place.row())));
            pooled += shown.length;
            if (pooled > MOST_POOLED_VALUES) {
                throw new BadInput(
                                "These panels share edges over more than %,d values. Choose edges by panel or by row."
                                        .formatted(MOST_POOLED_VALUES))
                        .forField("edgeScope");
            }
        }
        var edges = PanelComputation.edges(settings, labelled);
        for (var i = 0; i < group.size(); i++) {
            var place = group.get(i);
            panels.put(
                    place,
                    new PanelComputation(settings, edges, values.get(i), inputs.labels(place.row()))
                            .run(neuron(place)));
        }
    }

    private List<ComputedGrid.Row> rows() {
        var rows = new ArrayList<ComputedGrid.Row>();
        for (var r = 0; r < plan.rows().size(); r++) {
            var row = plan.rows().get(r);
            var ofRow = new ArrayList<Panel>();
            for (var c = 0; c < row.spec().neurons().size(); c++) {
                ofRow.add(panels.get(new Place(r, c)));
            }
            rows.add(new ComputedGrid.Row(provenance(r), row.problem(), ofRow));
        }
        return rows;
    }

    private Optional<Provenance> provenance(int position) {
        var row = plan.rows().get(position);
        return row.problem().isPresent()
                ? Optional.empty()
                : Optional.of(row.provenance(inputs.labels(position), settings));
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
