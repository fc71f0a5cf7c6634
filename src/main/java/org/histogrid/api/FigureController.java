package org.histogrid.api;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.NotFound;
import org.histogrid.figure.FigureFormat;
import org.histogrid.figure.FigureQuery;
import org.histogrid.histogram.SettingsQuery;
import org.histogrid.project.ProjectFigures;
import org.histogrid.project.ProjectFigures.FigureFile;
import org.histogrid.project.ProjectId;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.sharing.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Figures of projects, for members with a token and for whoever has a link.
@RestController
class FigureController {

    /// A saved change of the project is to be seen soon where the picture is embedded.
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate();

    private final ProjectService projects;
    private final ProjectFigures figures;
    private final CurrentViewer viewer;

    FigureController(ProjectService projects, ProjectFigures figures, CurrentViewer viewer) {
        this.projects = projects;
        this.figures = figures;
        this.viewer = viewer;
    }

    @Operation(
            summary = "The grid as a file: svg, pdf, png, csv, json, py, txt (the caption)",
            description =
                    "Parameters: preset, width, height, unit, font, fontSize, palette, dpi, legend, title, n, scores,"
                            + " hide; and those of a histogram, such as stat and bins.")
    @GetMapping("/api/v1/projects/{id}/figure.{extension}")
    ResponseEntity<byte[]> figure(
            @PathVariable String id,
            @PathVariable String extension,
            @RequestParam MultiValueMap<String, String> query) {
        return answer(viewer.get(), Ids.project(id), extension, query);
    }

    @Operation(hidden = true)
    @GetMapping("/s/{secret}/figure.{extension}")
    ResponseEntity<byte[]> shared(
            @PathVariable String secret,
            @PathVariable String extension,
            @RequestParam MultiValueMap<String, String> query) {
        var opened = projects.open(secret);
        return answer(opened.viewer(), opened.project(), extension, query);
    }

    private ResponseEntity<byte[]> answer(
            Viewer as, ProjectId project, String extension, Map<String, List<String>> query) {
        var format = Stream.of(FigureFormat.values())
                .filter(one -> one.extension().equals(extension.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new NotFound("A figure as %s".formatted(extension)));
        var single = query.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().getFirst()));
        var saved = projects.find(as, project).content().settings();
        var file = figures.make(as, project, SettingsQuery.read(single, saved), format, FigureQuery.read(query));
        return answer(file);
    }

    private static ResponseEntity<byte[]> answer(FigureFile file) {
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .header(HttpHeaders.CONTENT_TYPE, file.format().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                // A picture that is opened by itself runs and loads nothing
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(file.bytes());
    }
}
