package org.histogrid.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.base.Slice;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The samples behind a histogram: which they are, with their values, classes and texts. Who sees a dataset
/// only through a project sees none of them.
@Service
@Transactional(readOnly = true)
public class NeuronSamples {

    private static final int MOST_GROUPS = 100;
    private static final int MOST_EXAMPLES = 100;

    private final DatasetService datasets;
    private final ActivationService activations;
    private final Samples samples;

    NeuronSamples(DatasetService datasets, ActivationService activations, Samples samples) {
        this.datasets = datasets;
        this.activations = activations;
        this.samples = samples;
    }

    public SamplePage find(Viewer viewer, SampleSource source, SampleQuery query) {
        var dataset = withTexts(viewer, source.dataset());
        var valued = read(viewer, dataset, source);
        var chosen = choose(dataset, source, valued, query);
        var from = Math.min(chosen.length, query.offset());
        var page = Arrays.copyOfRange(chosen, from, (int) Math.min(chosen.length, from + (long) query.limit()));
        return new SamplePage(
                new Slice<>(valued.list(page, samples.at(dataset.id(), page)), query.offset(), chosen.length),
                valued.count(query.values()),
                valued.countWithoutClass(query.values()));
    }

    /// All that the query chooses, in its order, whatever its page is.
    public SampleExport export(Viewer viewer, SampleSource source, SampleQuery query) {
        var dataset = withTexts(viewer, source.dataset());
        var valued = read(viewer, dataset, source);
        var chosen = choose(dataset, source, valued, query);
        return new SampleExport(samples, dataset, valued, source.neuron() != null, chosen);
    }

    /// The labelled samples in groups by value, with some examples of each, and as many from both ends.
    ///
    /// @param groups how many at most, 10 for tenths: equal values are not parted
    public SampleGroups groups(Viewer viewer, NeuronRef neuron, LabelSplit labels, int groups, int examples) {
        if (groups < 1 || groups > MOST_GROUPS) {
            throw new BadInput("There are 1 to %d groups.".formatted(MOST_GROUPS)).forField("groups");
        }
        if (examples < 0 || examples > MOST_EXAMPLES) {
            throw new BadInput("A group shows at most %d samples.".formatted(MOST_EXAMPLES)).forField("examples");
        }
        var dataset = withTexts(viewer, neuron.dataset());
        var valued = read(viewer, dataset, SampleSource.of(neuron, labels));
        var ranked = valued.ranked();
        var ends = Math.min(examples, ranked.length);
        var lowest = Arrays.copyOf(ranked, ends);
        var highest =
                IntStream.range(0, ends).map(i -> ranked[ranked.length - 1 - i]).toArray();
        var parts = valued.parts(ranked, groups);
        var shown = parts.stream()
                .map(part -> spread(valued.in(part, ranked), examples))
                .toList();
        var rows = samples.at(dataset.id(), union(lowest, highest, shown));
        return new SampleGroups(
                IntStream.range(0, parts.size())
                        .mapToObj(i -> new SampleGroups.Group(
                                parts.get(i), valued.count(parts.get(i)), valued.list(shown.get(i), rows)))
                        .toList(),
                valued.list(lowest, rows),
                valued.list(highest, rows));
    }

    private static int[] spread(int[] ordinals, int most) {
        var kept = Math.min(most, ordinals.length);
        return IntStream.range(0, kept)
                .map(i -> ordinals[(int) ((2L * i + 1) * ordinals.length / (2L * kept))])
                .toArray();
    }

    private static int[] union(int[] one, int[] other, List<int[]> more) {
        return IntStream.concat(
                        IntStream.concat(Arrays.stream(one), Arrays.stream(other)),
                        more.stream().flatMapToInt(Arrays::stream))
                .distinct()
                .toArray();
    }

    private DatasetDetails withTexts(Viewer viewer, DatasetId dataset) {
        if (viewer instanceof Viewer.Reader) {
            throw new NotFound("This dataset");
        }
        return datasets.find(viewer, dataset);
    }

    private ValuedSamples read(Viewer viewer, DatasetDetails dataset, SampleSource source) {
        var codes = codes(viewer, dataset, source);
        var values = new double[codes.classOf().length];
        var neuron = source.neuron();
        if (neuron == null) {
            Arrays.fill(values, Double.NaN);
            return new ValuedSamples(values, codes);
        }
        dataset.requireHookPoint(neuron.hookPoint());
        return Optional.ofNullable(activations.read(viewer, List.of(neuron)).get(neuron))
                .map(vector -> new ValuedSamples(ActivationCodec.decode(vector.payload(), vector.encoding()), codes))
                .orElseThrow(() -> new NotFound("This neuron"));
    }

    private LabelCodes codes(Viewer viewer, DatasetDetails dataset, SampleSource source) {
        var labels = source.labels();
        if (labels == null) {
            var none = new byte[dataset.samples()];
            Arrays.fill(none, Classifier.LEFT_OUT);
            return new LabelCodes(none, List.of());
        }
        return labels.threshold() == null
                ? activations.labels(viewer, dataset.id(), labels.labeling())
                : activations.labels(viewer, dataset.id(), labels.labeling(), labels.threshold());
    }

    private int[] choose(DatasetDetails dataset, SampleSource source, ValuedSamples valued, SampleQuery query) {
        check(dataset, source, valued, query);
        var order = query.order();
        var chosen = valued.choose(query.values(), query.classes());
        if (!query.text().isEmpty() || !order.key().isInMemory()) {
            chosen = samples.search(dataset.id(), chosen, query.text(), order);
        }
        return order.key().isInMemory() ? valued.sort(chosen, order) : chosen;
    }

    private static void check(DatasetDetails dataset, SampleSource source, ValuedSamples valued, SampleQuery query) {
        if (source.neuron() == null && query.values() != ValueRange.ALL) {
            throw new BadInput("Name a neuron whose values are meant.").forField("neuron");
        }
        if (source.neuron() == null && query.order().key() == SampleOrder.Key.VALUE) {
            throw new BadInput("Name a neuron by whose values to sort.").forField("neuron");
        }
        query.classes().stream()
                .filter(name -> !valued.classNames().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInput("There is no class %s.".formatted(name))
                            .forField("class")
                            .withChoices(valued.classNames());
                });
        var column = query.order().attribute();
        var columns = dataset.columns().stream().map(SampleColumn::name).toList();
        if (query.order().key() == SampleOrder.Key.ATTRIBUTE && !columns.contains(column)) {
            throw new BadInput("%s has no column %s.".formatted(dataset.name(), column))
                    .forField("sort")
                    .withChoices(columns);
        }
    }
}
