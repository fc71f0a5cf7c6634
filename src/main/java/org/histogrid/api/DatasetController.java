package org.histogrid.api;

import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.Slice;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.DatasetSource;
import org.histogrid.sharing.CurrentViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets")
class DatasetController {

    static final int LARGEST_PAGE = 200;

    private final DatasetService datasets;
    private final CurrentViewer viewer;

    DatasetController(DatasetService datasets, CurrentViewer viewer) {
        this.datasets = datasets;
        this.viewer = viewer;
    }

    record HookPointJson(
            String id,
            String site,
            @Nullable Integer layer,
            String convention,
            String token,
            int neurons,
            String dtype,
            Optional<List<Integer>> neuronIndices,
            long nan,
            long infinite) {}

    record DatasetJson(
            String id,
            String name,
            String model,
            String description,
            String state,
            int samples,
            long bytes,
            List<HookPointJson> hookPoints,
            List<LabelingJson> labelings,
            List<DatasetSource> sources) {

        static DatasetJson of(DatasetDetails dataset) {
            return new DatasetJson(
                    dataset.id().toString(),
                    dataset.name(),
                    dataset.model(),
                    dataset.description(),
                    dataset.state(),
                    dataset.samples(),
                    dataset.bytes(),
                    dataset.hookPoints().stream()
                            .map(point -> new HookPointJson(
                                    String.valueOf(point.id()),
                                    point.site(),
                                    point.layer(),
                                    point.convention(),
                                    point.token(),
                                    point.neuronCount(),
                                    point.dtype(),
                                    Optional.of(point.neurons()).filter(list -> !list.isEmpty()),
                                    point.nan(),
                                    point.infinite()))
                            .toList(),
                    dataset.labelings().stream().map(LabelingJson::of).toList(),
                    dataset.sources());
        }
    }

    @GetMapping
    Slice<DatasetJson> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        if (offset < 0 || limit < 1 || limit > LARGEST_PAGE) {
            throw new BadInput("A page starts at 0 or later and has 1 to %d entries.".formatted(LARGEST_PAGE))
                    .forField("limit");
        }
        var page = datasets.search(viewer.get(), q, offset, limit);
        var details = datasets.findAll(
                viewer.get(), page.items().stream().map(item -> item.id()).toList());
        return new Slice<>(
                page.items().stream()
                        .flatMap(item -> Optional.ofNullable(details.get(item.id())).stream())
                        .map(DatasetJson::of)
                        .toList(),
                page.offset(),
                page.total());
    }

    @GetMapping("/{id}")
    DatasetJson find(@PathVariable String id) {
        return DatasetJson.of(datasets.find(viewer.get(), Ids.dataset(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @RequestParam(defaultValue = "false") boolean force) {
        datasets.delete(viewer.get(), Ids.dataset(id), force);
    }
}
