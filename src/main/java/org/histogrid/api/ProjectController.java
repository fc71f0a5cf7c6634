package org.histogrid.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.histogram.Provenance;
import org.histogrid.histogram.SettingsJson;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectItem;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.sharing.LinkInfo;
import org.histogrid.sharing.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {

    private final ProjectService projects;
    private final CurrentViewer viewer;

    ProjectController(ProjectService projects, CurrentViewer viewer) {
        this.projects = projects;
        this.viewer = viewer;
    }

    record Listed(
            String id,
            String name,
            String description,
            String visibility,
            int panels,
            Instant changedAt,
            String changedBy) {
        static Listed of(ProjectItem item) {
            return new Listed(
                    item.id().toString(),
                    item.name(),
                    item.description(),
                    SettingsJson.word(item.visibility()),
                    item.panels(),
                    item.changedAt(),
                    item.changedBy());
        }
    }

    @GetMapping
    Map<String, List<Listed>> list(@RequestParam(defaultValue = "") String q) {
        return Map.of(
                "items",
                projects.search(viewer.get(), q).stream().map(Listed::of).toList());
    }

    @PostMapping
    ResponseEntity<ProjectJson.Saved> create(@RequestBody ProjectJson.Document document) {
        var project = projects.create(viewer.get(), ProjectJson.read(document));
        var location =
                ServletUriComponentsBuilder.fromCurrentRequest().path("/{id}").build(project.id());
        return tagged(ResponseEntity.created(location), project);
    }

    @GetMapping("/{id}")
    ResponseEntity<ProjectJson.Saved> find(@PathVariable String id) {
        return tagged(ResponseEntity.ok(), projects.find(viewer.get(), Ids.project(id)));
    }

    @PutMapping("/{id}")
    ResponseEntity<?> save(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) Optional<String> ifMatch,
            @RequestBody ProjectJson.Document document) {
        if (ifMatch.isEmpty()) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.PRECONDITION_REQUIRED, "Send the ETag of the version you changed as If-Match.");
            return ResponseEntity.of(problem).build();
        }
        var saved = projects.save(viewer.get(), Ids.project(id), version(ifMatch.get()), ProjectJson.read(document));
        return tagged(ResponseEntity.ok(), saved);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        projects.delete(viewer.get(), Ids.project(id));
    }

    record NewVisibility(@Nullable String visibility) {}

    @PutMapping("/{id}/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeVisibility(@PathVariable String id, @RequestBody NewVisibility wanted) {
        var visibility = SettingsJson.choice(
                "visibility", Optional.ofNullable(wanted.visibility()).orElse(""), Visibility.values());
        projects.changeVisibility(viewer.get(), Ids.project(id), visibility);
    }

    record GridRow(String label, Optional<Provenance> provenance, Optional<String> problem, List<PanelJson> panels) {}

    record GridJson(List<GridRow> rows, JsonNode settings) {}

    @GetMapping("/{id}/grid")
    GridJson grid(@PathVariable String id) {
        var project = projects.find(viewer.get(), Ids.project(id));
        var grid = projects.grid(viewer.get(), project.id());
        var rows = new ArrayList<GridRow>();
        var labels = project.content().rows().stream().map(ProjectRow::label).toList();
        for (var i = 0; i < grid.rows().size(); i++) {
            var row = grid.rows().get(i);
            rows.add(new GridRow(
                    labels.get(i),
                    row.provenance(),
                    row.problem(),
                    row.panels().stream()
                            .map(panel -> PanelJson.of(panel, grid.settings().stat()))
                            .toList()));
        }
        return new GridJson(rows, SettingsJson.write(grid.settings()));
    }

    @GetMapping("/{id}/links")
    Map<String, List<LinkInfo>> links(@PathVariable String id) {
        return Map.of("items", projects.links(viewer.get(), Ids.project(id)));
    }

    record NewLink(
            @Nullable String expires,
            @Nullable String password,
            @Nullable Integer revision,
            @Nullable Boolean findings) {}

    record CreatedLink(String id, String url) {}

    @PostMapping("/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedLink createLink(@PathVariable String id, @RequestBody(required = false) Optional<NewLink> wanted) {
        wanted.ifPresent(ProjectController::refuseWhatLinksCannotDo);
        var expires = wanted.map(NewLink::expires).map(ProjectController::instant);
        var link = projects.createLink(viewer.get(), Ids.project(id), expires);
        var url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/" + link.path())
                .toUriString();
        return new CreatedLink(link.id().toString(), url);
    }

    @DeleteMapping("/{id}/links/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeLink(@PathVariable String id, @PathVariable String link) {
        projects.revokeLink(viewer.get(), Ids.project(id), Ids.uuid(link, "This link"));
    }

    /// A password passed over in silence would be a door left open.
    private static void refuseWhatLinksCannotDo(NewLink wanted) {
        if (wanted.password() != null) {
            throw new BadInput("This version has no links with a password.").forField("password");
        }
        if (wanted.revision() != null) {
            throw new BadInput("This version links to the project as it is, not to a revision.").forField("revision");
        }
        if (Boolean.TRUE.equals(wanted.findings())) {
            throw new BadInput("This version shows no findings on a share page.").forField("findings");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInput("%s is no time such as 2030-01-31T12:00:00Z.".formatted(text), e).forField("expires");
        }
    }

    private static int version(String etag) {
        var plain =
                etag.strip().toLowerCase(Locale.ROOT).replaceFirst("^w/", "").replace("\"", "");
        try {
            return Integer.parseInt(plain);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static ResponseEntity<ProjectJson.Saved> tagged(
            ResponseEntity.BodyBuilder response, ProjectDetails project) {
        return response.eTag(String.valueOf(project.version())).body(ProjectJson.Saved.of(project));
    }
}
