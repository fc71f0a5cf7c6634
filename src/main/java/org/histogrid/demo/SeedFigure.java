package org.histogrid.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.histogrid.base.Json;

/// The published figure, read off as numbers: for each panel the share of each class in 100 equal bins of its axis.
record SeedFigure(String note, List<Panel> panels) {

    @SuppressWarnings("ArrayRecordComponent")
    record Panel(
            String model,
            int neuron,
            double low,
            double high,
            @JsonProperty("true") double[] trueShares,
            @JsonProperty("false") double[] falseShares) {}

    static SeedFigure load() {
        try (InputStream in = Objects.requireNonNull(SeedFigure.class.getResourceAsStream("seed-figure.json"))) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), SeedFigure.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Panel> of(String model) {
        return panels.stream().filter(panel -> panel.model().equals(model)).toList();
    }
}
