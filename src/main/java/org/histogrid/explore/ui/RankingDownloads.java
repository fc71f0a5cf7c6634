package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.screening.RankedNeuron;
import org.histogrid.screening.RankingQuery;
import org.histogrid.screening.RankingService;
import org.histogrid.screening.ScoreAt;
import org.histogrid.sharing.CurrentViewer;

/// The whole ranking as a file, with the columns of the list.
@SpringComponent
class RankingDownloads {

    private final RankingService rankings;
    private final CurrentViewer viewer;

    RankingDownloads(RankingService rankings, CurrentViewer viewer) {
        this.rankings = rankings;
        this.viewer = viewer;
    }

    Component link(ExplorePage page) {
        var link = new Anchor(csv(page.ranking()), "Download CSV");
        link.getElement().setAttribute("title", "The whole ranking, with these columns and filters");
        return link;
    }

    private DownloadHandler csv(RankingQuery query) {
        // Downloads run beside the page
        var who = viewer.get();
        return event -> {
            event.setFileName("ranking.csv");
            event.setContentType("text/csv;charset=utf-8");
            try (var writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                write(
                        writer,
                        Stream.concat(
                                Stream.of("rank", "hookPoint", "neuron"),
                                Stream.concat(
                                        query.columns().stream().map(RankingDownloads::header),
                                        Stream.of("outlierTypes"))));
                rankings.export(who, query, neuron -> write(writer, cells(neuron, query.columns())));
            }
        };
    }

    private static String header(ScoreAt score) {
        return score.column().key() + "@" + score.split().key();
    }

    private static Stream<String> cells(RankedNeuron neuron, List<ScoreAt> columns) {
        var numbers = columns.stream()
                .map(column -> neuron.value(column))
                .map(value -> value.isPresent() ? String.valueOf(value.getAsDouble()) : "");
        var types = neuron.outliers().stream().map(one -> one.type().key()).collect(Collectors.joining(" "));
        return Stream.concat(
                Stream.of(
                        String.valueOf(neuron.rank()),
                        String.valueOf(neuron.neuron().hookPoint()),
                        String.valueOf(neuron.neuron().neuron())),
                Stream.concat(numbers, Stream.of(types)));
    }

    private static void write(Writer writer, Stream<String> cells) {
        try {
            writer.append(cells.collect(Collectors.joining(","))).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
