package org.histogrid.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DraftReader;
import org.histogrid.dataset.FileLook;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportLogLine;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.ResumableUploads;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.sharing.Viewer;
import org.histogrid.tensor.FileContents;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1")
class ImportController {

    private final ImportService imports;
    private final DraftReader drafts;
    private final ResumableUploads uploads;
    private final CurrentViewer viewer;
    private final JsonMapper json;

    ImportController(
            ImportService imports,
            DraftReader drafts,
            ResumableUploads uploads,
            CurrentViewer viewer,
            JsonMapper json) {
        this.imports = imports;
        this.drafts = drafts;
        this.uploads = uploads;
        this.viewer = viewer;
        this.json = json;
    }

    record TensorJson(String file, Optional<String> name, List<Long> shape, String dtype, String layout, long bytes) {}

    record ColumnJson(
            String file, String name, String type, long rows, long distinct, long empty, List<String> examples) {}

    /// @param notes what to know of how it was read, in sentences
    record FileJson(String file, String format, List<String> notes) {}

    record Inspection(
            List<FileJson> files, List<TensorJson> tensors, List<ColumnJson> columns, List<ProblemDetail> problems) {}

    @PostMapping(path = "/inspections", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Inspection inspect(
            @RequestPart(name = "file", required = false) Optional<List<MultipartFile>> file,
            @RequestParam(name = "upload", required = false) Optional<List<String>> upload)
            throws MissingServletRequestPartException {
        var me = viewer.get();
        var inspection = new Inspection(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var given : given(file, upload)) {
            var id = imports.begin(me);
            try {
                given.addTo(me, id);
                drafts.look(me, id).forEach(look -> describe(look, inspection));
            } catch (BadInput e) {
                inspection.problems().add(ProblemAdvice.of(e));
            } finally {
                imports.cancel(me, id);
            }
        }
        return inspection;
    }

    private static void describe(FileLook look, Inspection inspection) {
        for (var contents : look.contents()) {
            inspection.files().add(new FileJson(contents.file(), contents.format(), contents.notes()));
            contents.tensors()
                    .forEach(tensor -> inspection
                            .tensors()
                            .add(new TensorJson(
                                    tensor.file(),
                                    tensor.tensor(),
                                    tensor.shape(),
                                    tensor.dtype().name(),
                                    tensor.layout(),
                                    tensor.bytes())));
            if (contents instanceof FileContents.Table table) {
                table.columns()
                        .forEach(column -> inspection
                                .columns()
                                .add(new ColumnJson(
                                        table.file(),
                                        column.name(),
                                        column.type().name(),
                                        column.rows(),
                                        column.distinct(),
                                        column.empty(),
                                        column.examples())));
            }
        }
        look.passedOver().forEach(problem -> inspection.problems().add(ProblemAdvice.of(problem)));
        look.problem().ifPresent(problem -> inspection.problems().add(ProblemAdvice.of(problem)));
    }

    record Progress(long done, long total) {}

    record LogLine(Instant at, String level, String line) {
        static LogLine of(ImportLogLine line) {
            return new LogLine(line.at(), line.level().name(), line.line());
        }
    }

    record ImportJson(
            String id,
            String state,
            Progress progress,
            Optional<String> datasetId,
            Optional<Object> report,
            Optional<ProblemDetail> problem,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            List<LogLine> log) {

        static ImportJson of(ImportStatus status, List<ImportLogLine> log) {
            return new ImportJson(
                    status.id().toString(),
                    status.state().name(),
                    new Progress(status.done(), status.total()),
                    status.dataset().map(Object::toString),
                    status.report().map(report -> report),
                    status.problem()
                            .map(problem -> ProblemAdvice.problem(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "Import failed",
                                    problem.detail(),
                                    Optional.ofNullable(problem.where()).orElse(java.util.Map.of()))),
                    status.startedAt(),
                    status.finishedAt(),
                    log.stream().map(LogLine::of).toList());
        }
    }

    /// The specification may come as a JSON part or as a plain field of that name.
    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportJson> start(
            @RequestPart(name = "file", required = false) Optional<List<MultipartFile>> file,
            @RequestParam(name = "upload", required = false) Optional<List<String>> upload,
            @RequestPart(name = "spec", required = false) Optional<String> spec)
            throws MissingServletRequestPartException {
        var me = viewer.get();
        var wanted = spec.filter(text -> !text.isBlank()).map(this::parse).orElse(ImportSpec.EMPTY);
        var files = given(file, upload);
        var id = imports.begin(me);
        try {
            files.forEach(given -> given.addTo(me, id));
            var started = imports.commit(me, id, wanted);
            // Only now: an upload whose import is refused can be used again
            upload.orElse(List.of()).forEach(used -> uploads.delete(me, Ids.upload(used)));
            var location = ServletUriComponentsBuilder.fromCurrentRequest()
                    .path("/{id}")
                    .build(id);
            return ResponseEntity.accepted().location(location).body(ImportJson.of(started, imports.log(me, id)));
        } catch (RuntimeException e) {
            imports.cancel(me, id);
            throw e;
        }
    }

    @GetMapping("/imports/{id}")
    ImportJson find(@PathVariable String id) {
        var me = viewer.get();
        var imported = Ids.imported(id);
        return ImportJson.of(imports.find(me, imported), imports.log(me, imported));
    }

    @DeleteMapping("/imports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id) {
        imports.cancel(viewer.get(), Ids.imported(id));
    }

    /// A file of this request, or one that was sent before it in pieces.
    private interface GivenFile {
        void addTo(Viewer me, ImportId id);
    }

    private List<GivenFile> given(Optional<List<MultipartFile>> files, Optional<List<String>> uploaded)
            throws MissingServletRequestPartException {
        var given = new ArrayList<GivenFile>();
        for (var file : files.orElse(List.of())) {
            var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            given.add((me, id) -> imports.addFile(me, id, name, path -> file.transferTo(path)));
        }
        for (var upload : uploaded.orElse(List.of())) {
            given.add((me, id) -> imports.addUpload(me, id, Ids.upload(upload)));
        }
        if (given.isEmpty()) {
            throw new MissingServletRequestPartException("file");
        }
        return given;
    }

    private ImportSpec parse(String spec) {
        try {
            return json.readValue(spec, ImportSpec.class);
        } catch (JacksonException e) {
            throw new BadInput("The specification does not read: " + e.getOriginalMessage(), e).forField("spec");
        }
    }
}
