package org.histogrid.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.NeuronSamples;
import org.histogrid.dataset.SampleSource;
import org.histogrid.sharing.CurrentViewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/samples")
class SampleController {

    private static final String CSV = "text/csv";

    private final DatasetService datasets;
    private final NeuronSamples samples;
    private final NeuronRefs refs;
    private final CurrentViewer viewer;

    SampleController(DatasetService datasets, NeuronSamples samples, NeuronRefs refs, CurrentViewer viewer) {
        this.datasets = datasets;
        this.samples = samples;
        this.refs = refs;
        this.viewer = viewer;
    }

    @Parameters({
        @Parameter(
                name = "labeling",
                in = ParameterIn.QUERY,
                description = "Id or name; may be left out where the dataset has one only"),
        @Parameter(
                name = "threshold",
                in = ParameterIn.QUERY,
                description = "Another threshold than that of the labeling, which must be on a score"),
        @Parameter(
                name = "class",
                in = ParameterIn.QUERY,
                description = "Name of a class, also several times; all samples where none is given"),
        @Parameter(name = "hookPoint", in = ParameterIn.QUERY, description = "With neuron: whose values are meant"),
        @Parameter(name = "neuron", in = ParameterIn.QUERY),
        @Parameter(name = "from", in = ParameterIn.QUERY, description = "The least value"),
        @Parameter(name = "to", in = ParameterIn.QUERY, description = "Values are below this"),
        @Parameter(name = "closed", in = ParameterIn.QUERY, description = "true: values are up to `to`"),
        @Parameter(
                name = "special",
                in = ParameterIn.QUERY,
                description = "nan, posInf or negInf, which lie in no range"),
        @Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of a text or an id"),
        @Parameter(
                name = "sort",
                in = ParameterIn.QUERY,
                description = "ordinal, value, class, id, text or attributes.NAME; descending with - before it"),
        @Parameter(name = "offset", in = ParameterIn.QUERY),
        @Parameter(name = "limit", in = ParameterIn.QUERY)
    })
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    SamplesJson list(
            @PathVariable String dataset, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var parameters = new SampleParameters(query);
        return SamplesJson.of(samples.find(viewer.get(), source(dataset, parameters), parameters.query()));
    }

    /// All samples that are meant, whatever the page is.
    @GetMapping(produces = CSV)
    void export(
            @PathVariable String dataset,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletResponse response)
            throws IOException {
        var parameters = new SampleParameters(query);
        var export = samples.export(viewer.get(), source(dataset, parameters), parameters.query());
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("samples.csv").build().toString());
        try {
            export.writeTo(response.getWriter());
        } catch (NotFound e) {
            // Rows that are on their way cannot be taken back: the connection breaks rather than end too early
            throw new IOException("The dataset was deleted while its samples were written", e);
        }
    }

    private SampleSource source(String dataset, SampleParameters parameters) {
        var details = datasets.find(viewer.get(), Ids.dataset(dataset));
        return new SampleSource(
                details.id(),
                neuron(dataset, parameters).orElse(null),
                parameters.labels(details).orElse(null));
    }

    private Optional<NeuronRef> neuron(String dataset, SampleParameters parameters) {
        var point = parameters.value("hookPoint");
        var neuron = parameters.value("neuron");
        if (point.isPresent() != neuron.isPresent()) {
            throw new BadInput("A neuron is named by its hook point and its number, both.")
                    .forField(point.isPresent() ? "neuron" : "hookPoint");
        }
        return point.map(id -> refs.of(dataset, id, neuron.orElseThrow()));
    }
}
