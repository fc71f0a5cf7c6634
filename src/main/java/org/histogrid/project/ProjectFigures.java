package org.histogrid.project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.histogrid.figure.Figure;
import org.histogrid.figure.FigureFormat;
import org.histogrid.figure.FigureOptions;
import org.histogrid.figure.FigureOrigin;
import org.histogrid.figure.Figures;
import org.histogrid.figure.PixelLimit;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.sharing.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Service;

/// The grids of projects as files: figures for papers, their captions, numbers and scripts.
@Service
public class ProjectFigures {

    private static final int LONGEST_NAME = 80;

    private final ProjectService projects;
    private final PanelScores scores;
    private final String version;
    private final Clock clock;

    ProjectFigures(ProjectService projects, PanelScores scores, ObjectProvider<BuildProperties> build, Clock clock) {
        this.projects = projects;
        this.scores = scores;
        this.version = Optional.ofNullable(build.getIfAvailable())
                .map(BuildProperties::getVersion)
                .orElse("");
        this.clock = clock;
    }

    /// A file by its name, with characters that no system minds.
    @SuppressWarnings("ArrayRecordComponent")
    public record FigureFile(String name, FigureFormat format, byte[] bytes) {}

    /// The project as saved, drawn with these settings.
    public FigureFile make(
            Viewer viewer, ProjectId id, HistogramSettings settings, FigureFormat format, FigureOptions options) {
        var content = projects.find(viewer, id).content().withSettings(settings);
        var shown = ShownProject.asStored(content, projects.grid(viewer, id, settings));
        return make(viewer, id, shown, format, options);
    }

    /// A project as it is on a screen, with edits and moved thresholds.
    public FigureFile make(
            Viewer viewer, ProjectId id, ShownProject shown, FigureFormat format, FigureOptions options) {
        var figure = figure(viewer, id, shown, options.scores() && format.isDrawn());
        var limit = viewer instanceof Viewer.Reader ? PixelLimit.LINK : PixelLimit.MEMBER;
        var name = fileName(shown.content().name(), format);
        return new FigureFile(name, format, Figures.make(format, figure, options, limit));
    }

    /// The letters that PDF and PNG show as boxes, for the font does not have them.
    public String lettersLacking(Viewer viewer, ProjectId id, ShownProject shown, FigureOptions options) {
        // Scores are written in letters that every font has
        return Figures.lacking(figure(viewer, id, shown, false), options);
    }

    private Figure figure(Viewer viewer, ProjectId id, ShownProject shown, boolean scored) {
        var content = shown.content();
        return Figure.of(
                        shown.grid(),
                        content.rows().stream().map(ProjectRow::label).toList())
                .titled(content.name())
                .scored(scored ? scores(viewer, id, shown) : List.of())
                .from(new FigureOrigin(version, Optional.of(LocalDate.now(clock))));
    }

    private List<List<String>> scores(Viewer viewer, ProjectId id, ShownProject shown) {
        var reader = projects.reader(viewer, id, shown.content(), shown.thresholds());
        return scores.of(reader, shown.content(), shown.thresholds());
    }

    private static String fileName(String project, FigureFormat format) {
        var plain = project.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{IsLetter}\\p{IsDigit}]+", "-")
                .replaceAll("^-|-$", "");
        var name = plain.isEmpty() ? "figure" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        return name + "." + format.extension();
    }
}
