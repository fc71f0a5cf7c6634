package org.histogrid.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.LabelingLook;
import org.histogrid.dataset.LabelingLook.ClassLook;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.sharing.CurrentViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/labelings")
class LabelingController {

    private final DatasetService datasets;
    private final LabelingService labelings;
    private final CurrentViewer viewer;

    LabelingController(DatasetService datasets, LabelingService labelings, CurrentViewer viewer) {
        this.datasets = datasets;
        this.labelings = labelings;
        this.viewer = viewer;
    }

    record NewLabeling(
            @Nullable String name,
            @Nullable String column,
            @Nullable Map<String, List<String>> values,
            @Nullable Double threshold,
            @Nullable String above,
            @Nullable String below) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    LabelingJson add(@PathVariable String dataset, @RequestBody NewLabeling labeling) {
        var rule = new LabelingRule(
                Optional.ofNullable(labeling.column()).orElse(""),
                labeling.values(),
                labeling.threshold(),
                labeling.above(),
                labeling.below());
        return LabelingJson.of(labelings.add(
                viewer.get(),
                Ids.dataset(dataset),
                Optional.ofNullable(labeling.name()).orElse(""),
                rule));
    }

    record ClassChange(@Nullable String name, @Nullable Integer colour) {}

    record LabelingChange(@Nullable String name, @Nullable List<ClassChange> classes) {}

    /// Names and colours; what is left out stays. The classes stand in the order of the labeling.
    @PatchMapping("/{labeling}")
    LabelingJson change(
            @PathVariable String dataset, @PathVariable String labeling, @RequestBody LabelingChange change) {
        var id = Ids.labeling(labeling);
        var found = datasets.find(viewer.get(), Ids.dataset(dataset)).requireLabeling(Optional.of(id));
        var classes = Optional.ofNullable(change.classes())
                .orElseGet(() -> found.classes().stream()
                        .map(one -> new ClassChange(null, null))
                        .toList());
        if (classes.size() != found.classes().size()) {
            throw new BadInput("This labeling has %d classes, not %d."
                            .formatted(found.classes().size(), classes.size()))
                    .forField("classes");
        }
        var look = new ArrayList<ClassLook>();
        for (var i = 0; i < classes.size(); i++) {
            look.add(changed(found.classes().get(i), classes.get(i)));
        }
        var name = Optional.ofNullable(change.name()).orElse(found.name());
        return LabelingJson.of(labelings.change(viewer.get(), Ids.dataset(dataset), id, new LabelingLook(name, look)));
    }

    private static ClassLook changed(LabelClass one, ClassChange change) {
        return new ClassLook(
                Optional.ofNullable(change.name()).orElse(one.name()),
                Optional.ofNullable(change.colour()).orElse(one.colour()));
    }

    @DeleteMapping("/{labeling}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String dataset,
            @PathVariable String labeling,
            @RequestParam(defaultValue = "false") boolean force) {
        labelings.delete(viewer.get(), Ids.dataset(dataset), Ids.labeling(labeling), force);
    }
}
