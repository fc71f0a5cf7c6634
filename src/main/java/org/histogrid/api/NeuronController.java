package org.histogrid.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.histogram.EdgeScope;
import org.histogrid.histogram.GridSpec;
import org.histogrid.histogram.HistogramService;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.SettingsJson;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/hook-points/{hookPoint}/neurons/{neuron}")
class NeuronController {

    private final DatasetService datasets;
    private final ActivationService activations;
    private final HistogramService histograms;
    private final CurrentViewer viewer;

    NeuronController(
            DatasetService datasets, ActivationService activations, HistogramService histograms, CurrentViewer viewer) {
        this.datasets = datasets;
        this.activations = activations;
        this.histograms = histograms;
        this.viewer = viewer;
    }

    /// JSON has no NaN and no infinities: they stand as null there, and exactly in the binary form.
    @GetMapping(path = "/values", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, List<Double>> values(
            @PathVariable String dataset, @PathVariable String hookPoint, @PathVariable String neuron) {
        var values = new ArrayList<Double>();
        for (var value : read(ref(dataset, hookPoint, neuron))) {
            values.add(Double.isFinite(value) ? value : null);
        }
        return Map.of("values", values);
    }

    @GetMapping(path = "/values", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] binaryValues(@PathVariable String dataset, @PathVariable String hookPoint, @PathVariable String neuron) {
        var values = read(ref(dataset, hookPoint, neuron));
        var bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    @GetMapping("/histogram")
    PanelJson histogram(
            @PathVariable String dataset,
            @PathVariable String hookPoint,
            @PathVariable String neuron,
            @RequestParam Optional<String> labeling,
            @RequestParam Optional<String> bins,
            @RequestParam Optional<String> width,
            @RequestParam Optional<String> edges,
            @RequestParam Optional<String> range,
            @RequestParam Optional<String> clip,
            @RequestParam Optional<String> stat) {
        var ref = ref(dataset, hookPoint, neuron);
        var chosen = datasets.find(viewer.get(), ref.dataset())
                .requireLabeling(labeling.flatMap(id -> Ids.labelingIfAny(id)));
        if (Stream.of(bins, width, edges).filter(Optional::isPresent).count() > 1) {
            throw new BadInput("Give bins, width or edges, one of them.").forField("bins");
        }
        if (range.isPresent() && clip.isPresent()) {
            throw new BadInput("Give range or clip, not both.").forField("range");
        }
        var usual = HistogramSettings.DEFAULT;
        var settings = usual.withEdgeScope(EdgeScope.PANEL)
                .withBins(bins.map(SettingsJson::bins)
                        .or(() -> width.map(text -> valid("width", () -> new BinRule.Width(number("width", text)))))
                        .or(() -> edges.map(text -> valid("edges", () -> BinRule.Edges.of(numbers("edges", text)))))
                        .orElse(usual.bins()))
                .withRange(range.<BinRange>map(text -> {
                            var ends = pair("range", text);
                            return valid("range", () -> new BinRange.Between(ends[0], ends[1]));
                        })
                        .or(() -> clip.map(text -> {
                            var ends = pair("clip", text);
                            return valid("clip", () -> new BinRange.Clip(ends[0], ends[1]));
                        }))
                        .orElse(usual.range()))
                .withStat(stat.map(text -> SettingsJson.choice("stat", text, Statistic.values()))
                        .orElse(usual.stat()));
        var spec = new GridSpec(
                List.of(new GridSpec.Row(ref.dataset(), chosen.id(), ref.hookPoint(), List.of(ref.neuron()))),
                settings);
        var row = histograms.compute(viewer.get(), spec).rows().getFirst();
        return PanelJson.of(row.panels().getFirst(), settings.stat());
    }

    private NeuronRef ref(String dataset, String hookPoint, String neuron) {
        var id = Ids.dataset(dataset);
        var point = datasets.find(viewer.get(), id).requireHookPoint(Ids.hookPoint(hookPoint));
        var index = parse(neuron);
        if (index.isEmpty() || !point.holds(index.get())) {
            throw new NotFound(
                    "Neuron %s of %s, which holds %s,".formatted(neuron, point.inWords(), point.neuronsInWords()));
        }
        return new NeuronRef(id, point.id(), index.get());
    }

    private static Optional<Integer> parse(String neuron) {
        try {
            return Optional.of(Integer.parseInt(neuron));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private double[] read(NeuronRef ref) {
        var values = Optional.ofNullable(
                        activations.read(viewer.get(), List.of(ref)).get(ref))
                .orElseThrow(() -> new NotFound("This neuron"));
        return ActivationCodec.decode(values.payload(), values.encoding());
    }

    private static double[] pair(String name, String text) {
        var numbers = numbers(name, text);
        if (numbers.length != 2) {
            throw new BadInput("%s takes two numbers, such as -1,1.".formatted(name)).forField(name);
        }
        return numbers;
    }

    private static double[] numbers(String name, String text) {
        return Arrays.stream(text.split(",", -1))
                .mapToDouble(part -> number(name, part))
                .toArray();
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new BadInput("%s is no number for %s.".formatted(text, name)).forField(name);
        }
    }

    private static <T> T valid(String field, java.util.function.Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e).forField(field);
        }
    }
}
