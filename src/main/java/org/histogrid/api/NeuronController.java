package org.histogrid.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.histogram.GridSpec;
import org.histogrid.histogram.HistogramService;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.SettingsQuery;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.ActivationCodec;
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
    private final NeuronRefs refs;
    private final CurrentViewer viewer;

    NeuronController(
            DatasetService datasets,
            ActivationService activations,
            HistogramService histograms,
            NeuronRefs refs,
            CurrentViewer viewer) {
        this.datasets = datasets;
        this.activations = activations;
        this.histograms = histograms;
        this.refs = refs;
        this.viewer = viewer;
    }

    /// JSON has no NaN and no infinities: they stand as null there, and exactly in the binary form.
    @GetMapping(path = "/values", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, List<Double>> values(
            @PathVariable String dataset, @PathVariable String hookPoint, @PathVariable String neuron) {
        var values = new ArrayList<Double>();
        for (var value : read(refs.of(dataset, hookPoint, neuron))) {
            values.add(Double.isFinite(value) ? value : null);
        }
        return Map.of("values", values);
    }

    @GetMapping(path = "/values", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] binaryValues(@PathVariable String dataset, @PathVariable String hookPoint, @PathVariable String neuron) {
        var values = read(refs.of(dataset, hookPoint, neuron));
        var bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    @Parameters({
        @Parameter(
                name = "bins",
                in = ParameterIn.QUERY,
                description = "fd, auto, ... or a number; or width, or edges"),
        @Parameter(name = "width", in = ParameterIn.QUERY, description = "Width of a bin"),
        @Parameter(name = "edges", in = ParameterIn.QUERY, description = "Rising numbers with commas between"),
        @Parameter(
                name = "edgeScope",
                in = ParameterIn.QUERY,
                description = "panel, or class for own edges of classes"),
        @Parameter(name = "range", in = ParameterIn.QUERY, description = "Two values, such as -1,1"),
        @Parameter(name = "clip", in = ParameterIn.QUERY, description = "Two percentiles, such as 0.5,99.5"),
        @Parameter(name = "scale", in = ParameterIn.QUERY, description = "raw, zscore, rank"),
        @Parameter(name = "stat", in = ParameterIn.QUERY, description = "count, density, percent, cumulative"),
        @Parameter(name = "markers", in = ParameterIn.QUERY, description = "Some of mean, median, threshold"),
        @Parameter(name = "smooth", in = ParameterIn.QUERY, description = "Whether kernel densities are given, too")
    })
    @GetMapping("/histogram")
    PanelJson histogram(
            @PathVariable String dataset,
            @PathVariable String hookPoint,
            @PathVariable String neuron,
            @RequestParam Optional<String> labeling,
            @Parameter(hidden = true) @RequestParam Map<String, String> query) {
        var ref = refs.of(dataset, hookPoint, neuron);
        var chosen = datasets.find(viewer.get(), ref.dataset()).chooseLabeling(labeling);
        var settings = SettingsQuery.read(query, HistogramSettings.DEFAULT);
        var spec = new GridSpec(
                List.of(new GridSpec.Row(ref.dataset(), chosen.id(), ref.hookPoint(), List.of(ref.neuron()))),
                settings);
        var row = histograms.compute(viewer.get(), spec).rows().getFirst();
        return PanelJson.of(row.panels().getFirst(), settings.stat());
    }

    private double[] read(NeuronRef ref) {
        var values = Optional.ofNullable(
                        activations.read(viewer.get(), List.of(ref)).get(ref))
                .orElseThrow(() -> new NotFound("This neuron"));
        return ActivationCodec.decode(values.payload(), values.encoding());
    }
}
