package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportReport.HookPointLine;
import org.histogrid.dataset.ImportReport.LabelingLine;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.Axis;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.MatrixReader;
import org.jspecify.annotations.Nullable;

/// The files of an import read under a complete specification, with everything held against everything: what
/// this accepts can be written.
final class ImportContent {

    static final int MOST_NEURONS = 10_000_000;

    /// A matrix with its place in the model. `neurons[i]` is the index in the model of the matrix's neuron `i`.
    record PreparedMatrix(MatrixReader reader, HookPoint point) {
        int neuron(int position) {
            return point.neurons().isEmpty() ? position : point.neurons().get(position);
        }
    }

    record PreparedLabeling(String name, LabelingRule rule, LabelCodes codes) {}

    private final ImportFiles files;
    private final ImportSpec spec;
    private final List<PreparedMatrix> matrices = new ArrayList<>();
    private final List<PreparedLabeling> labelings = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final SampleTable sampleTable;
    private int samples;

    private ImportContent(ImportFiles files, ImportSpec spec) {
        this.files = files;
        this.spec = spec;
        readMatrices();
        sampleTable = new SampleTable(files, spec.samples(), samples, firstMatrix());
        readLabelings();
        warnOfUnusedFiles();
    }

    static ImportContent read(ImportFiles files, ImportSpec spec) {
        return new ImportContent(files, spec);
    }

    private void readMatrices() {
        var asked = Optional.ofNullable(spec.matrices()).orElse(List.of());
        if (asked.isEmpty()) {
            throw new BadInput("An import needs a matrix of activations.").forField("matrices");
        }
        var places = new HashMap<List<Object>, String>();
        for (var i = 0; i < asked.size(); i++) {
            var matrix = asked.get(i);
            var file = required(matrix.file(), "matrices[%d].file".formatted(i));
            var reader = reader(matrix, file, "matrices[%d]".formatted(i));
            if (i == 0) {
                samples = Math.toIntExact(reader.samples());
            } else if (reader.samples() != samples) {
                throw new BadInput("%s has %d samples, %s has %d: they are not of the same run."
                                .formatted(
                                        file, reader.samples(), asked.getFirst().file(), samples))
                        .inFile(file);
            }
            var prepared = new PreparedMatrix(reader, point(i, matrix, reader, file));
            var point = prepared.point();
            var before = places.put(List.of(point.site(), point.layerIndex(), point.token()), file);
            if (before != null) {
                throw new BadInput("%s and %s are both mapped to %s: give them different sites, layers or tokens."
                                .formatted(before, file, point.inWords()))
                        .inFile(file)
                        .forField("matrices[%d].layer".formatted(i));
            }
            matrices.add(prepared);
        }
    }

    private MatrixReader reader(Matrix matrix, String file, String field) {
        var names = matrix.axes();
        if (names == null) {
            throw new BadInput("Name the axes of %s.".formatted(file))
                    .inFile(file)
                    .forField(field + ".axes");
        }
        var axes = new ArrayList<Axis>();
        for (var name : names) {
            axes.add(
                    switch (name.strip().toLowerCase(Locale.ROOT)) {
                        case "sample" -> Axis.SAMPLE;
                        case "neuron" -> Axis.NEURON;
                        case "layer" -> Axis.LAYER;
                        case "_" -> Axis.DROP;
                        default ->
                            throw new BadInput("An axis is called sample, neuron or _, not %s.".formatted(name))
                                    .inFile(file)
                                    .forField(field + ".axes")
                                    .withChoices(List.of("sample", "neuron", "_"));
                    });
        }
        var reader = ImportFiles.reading(() -> MatrixReader.of(
                files.tensor(file, ImportPlanner.text(matrix.tensor())), axes, dtype(matrix.dtype(), file, field)));
        if (reader.neurons() > MOST_NEURONS) {
            throw new BadInput("%s has %d neurons; up to %d can be imported."
                            .formatted(file, reader.neurons(), MOST_NEURONS))
                    .inFile(file);
        }
        return reader;
    }

    private static Optional<Dtype> dtype(@Nullable String name, String file, String field) {
        return ImportPlanner.text(name).map(plain -> switch (plain.toUpperCase(Locale.ROOT)) {
            case "F16" -> Dtype.F16;
            case "BF16" -> Dtype.BF16;
            default ->
                throw new BadInput("The dtype of 16-bit values may be given as F16 or BF16, not %s.".formatted(plain))
                        .inFile(file)
                        .forField(field + ".dtype")
                        .withChoices(List.of("F16", "BF16"));
        });
    }

    private HookPoint point(int id, Matrix matrix, MatrixReader reader, String file) {
        var neurons = new NeuronIndices(files).read(matrix.neurons(), reader.neurons(), file, id);
        return new HookPoint(
                id,
                ImportPlanner.text(matrix.site()).orElse("activations"),
                matrix.layer(),
                Optional.ofNullable(matrix.convention()).orElse(""),
                ImportPlanner.text(matrix.token()).orElse(""),
                reader.stored().name(),
                reader.neurons(),
                neurons,
                0,
                0);
    }

    private void readLabelings() {
        for (var asked : Optional.ofNullable(spec.labelings()).orElse(List.of())) {
            var reader = new LabelReader(files, Optional.ofNullable(spec.samples()), samples, firstMatrix());
            var name = required(asked.name(), "labelings.name");
            if (labelings.stream().anyMatch(other -> other.name().equals(name))) {
                throw new BadInput("Two labelings are called %s.".formatted(name)).forField("labelings.name");
            }
            var texts = reader.read(asked);
            var column = column(asked, texts);
            var rule = asked.threshold() == null
                    ? LabelingRule.ofValues(
                            column, Optional.ofNullable(asked.values()).orElse(Map.of()))
                    : LabelingRule.ofThreshold(
                            column,
                            asked.threshold(),
                            Optional.ofNullable(asked.above()).orElse(""),
                            Optional.ofNullable(asked.below()).orElse(""));
            var codes = new Classifier(rule).apply(texts);
            warn(name, codes);
            labelings.add(new PreparedLabeling(name, rule, codes));
        }
    }

    private String column(ImportSpec.Labels asked, List<String> texts) {
        var column = asked.column();
        if (column != null && sampleTable.isFrom(asked.file())) {
            return column;
        }
        return sampleTable.add(column != null ? column : String.valueOf(asked.name()), asked.file(), texts);
    }

    private void warn(String labeling, LabelCodes codes) {
        codes.classes().stream()
                .filter(one -> one.count() == 0)
                .forEach(one -> warnings.add("No sample is in the class %s of %s.".formatted(one.name(), labeling)));
        var leftOut =
                samples - codes.classes().stream().mapToInt(LabelClass::count).sum();
        if (leftOut > 0) {
            warnings.add("%d of %d samples have no class in %s and are left out of its histograms."
                    .formatted(leftOut, samples, labeling));
        }
    }

    private void warnOfUnusedFiles() {
        var used = new HashSet<String>();
        Optional.ofNullable(spec.matrices()).orElse(List.of()).forEach(matrix -> {
            used.add(String.valueOf(matrix.file()));
            var neurons = matrix.neurons();
            if (neurons != null && neurons.isString()) {
                used.add(neurons.asString());
            }
        });
        Optional.ofNullable(spec.samples()).ifPresent(table -> used.add(String.valueOf(table.file())));
        Optional.ofNullable(spec.labelings()).orElse(List.of()).forEach(one -> used.add(String.valueOf(one.file())));
        files.names().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> warnings.add("%s is not used.".formatted(name)));
    }

    private String firstMatrix() {
        return String.valueOf(Optional.ofNullable(spec.matrices()).orElse(List.of()).stream()
                .findFirst()
                .map(Matrix::file)
                .orElse(""));
    }

    private static String required(@Nullable String text, String field) {
        return ImportPlanner.text(text)
                .orElseThrow(() -> new BadInput("The specification lacks %s.".formatted(field)).forField(field));
    }

    int samples() {
        return samples;
    }

    List<PreparedMatrix> matrices() {
        return matrices;
    }

    List<PreparedLabeling> labelings() {
        return labelings;
    }

    SampleTable sampleTable() {
        return sampleTable;
    }

    long bytes() {
        return matrices.stream()
                .mapToLong(one -> (long) one.reader().neurons()
                        * samples
                        * one.reader().stored().bytes())
                .sum();
    }

    ImportReport report(List<HookPoint> points) {
        var lines = labelings.stream()
                .map(one -> new LabelingLine(
                        one.name(),
                        one.codes().classes(),
                        samples
                                - one.codes().classes().stream()
                                        .mapToInt(LabelClass::count)
                                        .sum()))
                .toList();
        return new ImportReport(
                samples,
                lines.stream().findFirst().map(LabelingLine::classes).orElse(List.of()),
                lines,
                points.stream()
                        .map(point -> new HookPointLine(
                                point.inWords(),
                                point.neuronCount(),
                                point.dtype(),
                                point.nan(),
                                point.infinite(),
                                0,
                                0))
                        .toList(),
                bytes(),
                null,
                List.of(),
                warnings);
    }

    ImportReport report() {
        return report(matrices.stream().map(PreparedMatrix::point).toList());
    }
}
