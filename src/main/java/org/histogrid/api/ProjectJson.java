package org.histogrid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.histogram.SettingsJson;
import org.histogrid.project.ChoiceJson;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The project document.
final class ProjectJson {

    private ProjectJson() {}

    record Row(
            @Nullable String dataset,
            @Nullable String labeling,
            @Nullable String hookPoint,
            @Nullable String label,
            @Nullable List<Integer> neurons,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            JsonNode chosen) {}

    record Document(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<Row> rows,
            @Nullable JsonNode settings) {}

    record Saved(
            String id,
            String name,
            String description,
            List<Row> rows,
            JsonNode settings,
            String visibility,
            int version,
            Instant changedAt,
            String changedBy) {

        static Saved of(ProjectDetails project) {
            var content = project.content();
            return new Saved(
                    project.id().toString(),
                    content.name(),
                    content.description(),
                    content.rows().stream()
                            .map(row -> new Row(
                                    row.dataset().toString(),
                                    row.labeling().toString(),
                                    String.valueOf(row.hookPoint()),
                                    row.label(),
                                    row.neurons(),
                                    row.chosen().map(ChoiceJson::write).orElse(null)))
                            .toList(),
                    SettingsJson.write(content.settings()),
                    SettingsJson.word(project.sharing().visibility()),
                    project.version(),
                    project.changedAt(),
                    project.changedBy());
        }
    }

    static ProjectContent read(Document document) {
        var rows = new ArrayList<ProjectRow>();
        for (var row : Optional.ofNullable(document.rows()).orElse(List.of())) {
            rows.add(new ProjectRow(
                    Ids.dataset(required(row.dataset(), "rows.dataset")),
                    Ids.labeling(required(row.labeling(), "rows.labeling")),
                    Ids.hookPoint(required(row.hookPoint(), "rows.hookPoint")),
                    Optional.ofNullable(row.label()).orElse(""),
                    Optional.ofNullable(row.neurons()).orElse(List.of()),
                    ChoiceJson.read(row.chosen())));
        }
        return new ProjectContent(
                required(document.name(), "name"),
                Optional.ofNullable(document.description()).orElse(""),
                rows,
                SettingsJson.read(document.settings()));
    }

    private static String required(@Nullable String text, String field) {
        return Optional.ofNullable(text)
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> new BadInput("The project document lacks %s.".formatted(field)).forField(field));
    }
}
