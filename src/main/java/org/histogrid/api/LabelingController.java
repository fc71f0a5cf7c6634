package org.histogrid.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.LabelFileService;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/labelings")
class LabelingController {

    private final DatasetService datasets;
    private final LabelingService labelings;
    private final LabelFileService labelFiles;
    private final ImportService imports;
    private final CurrentViewer viewer;
    private final JsonMapper json;

    LabelingController(
            DatasetService datasets,
            LabelingService labelings,
            LabelFileService labelFiles,
            ImportService imports,
            CurrentViewer viewer,
            JsonMapper json) {
        this.datasets = datasets;
        this.labelings = labelings;
        this.labelFiles = labelFiles;
        this.imports = imports;
        this.viewer = viewer;
        this.json = json;
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

    /// The same fields as those of a labeling in an import; what is left out is detected.
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    LabelingJson addFromFile(
            @PathVariable String dataset,
            @RequestPart("file") MultipartFile file,
            @RequestPart(name = "spec", required = false) Optional<String> spec) {
        var me = viewer.get();
        var id = Ids.dataset(dataset);
        datasets.find(me, id);
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var labels = spec.filter(text -> !text.isBlank()).map(this::parse);
        var draft = imports.begin(me);
        try {
            imports.addFile(me, draft, name, path -> file.transferTo(path));
            return LabelingJson.of(labelFiles.add(me, id, draft, labels));
        } catch (RuntimeException e) {
            imports.cancel(me, draft);
            throw e;
        }
    }

    private Labels parse(String spec) {
        try {
            return json.readValue(spec, Labels.class);
        } catch (JacksonException e) {
            throw new BadInput("The specification does not read: " + e.getOriginalMessage(), e).forField("spec");
        }
    }

    record ClassChange(@Nullable String name, @Nullable Integer colour) {}

    record LabelingChange(@Nullable String name, @Nullable List<ClassChange> classes) {}

    /// Names and colours; what is left out stays. The classes stand in the order of the labeling.
    @PatchMapping("/{labeling}")
    LabelingJson change(
            @PathVariable String dataset, @PathVariable String labeling, @RequestBody LabelingChange change) {
        var id = Ids.labeling(labeling);
        var found = datasets.find(viewer.get(), Ids.dataset(dataset)).requireLabeling(id);
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
