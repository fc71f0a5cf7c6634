package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportReport.HookPointLine;
import org.histogrid.dataset.ImportReport.LabelingLine;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.MatrixReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The files of an import read under a complete specification, with everything held against everything: what
/// this accepts can be written.
final class ImportContent {

    static final int MOST_NEURONS = 10_000_000;

    private static final int MOST_UNUSED = 20;

    /// A matrix with its place in the model. `neurons[i]` is the index in the model of the matrix's neuron `i`.
    record PreparedMatrix(MatrixReader reader, HookPoint point) {

        long bytes() {
            return reader.neurons() * reader.samples() * reader.stored().bytes();
        }

        int neuron(int position) {
            return point.neurons().isEmpty() ? position : point.neurons().get(position);
        }
    }

    record PreparedLabeling(String name, LabelingRule rule, LabelCodes codes) {}

    private final ImportFiles files;
    private final ImportSpec spec;
    private final Optional<SameSamples> existing;
    private final Set<String> neuronColumns = new HashSet<>();
    private final List<PreparedMatrix> matrices = new ArrayList<>();
    private final List<PreparedLabeling> labelings = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final SampleTable sampleTable;
    private int samples;

    private ImportContent(ImportFiles files, ImportSpec spec, Optional<SameSamples> existing) {
        this.files = files;
        this.spec = spec;
        this.existing = existing;
        readMatrices();
        sampleTable = new SampleTable(
                files, spec.samples(), samples, firstMatrix(), SampleIds.read(files, spec, samples), neuronColumns);
        warnings.addAll(sampleTable.warnings());
        if (existing.isPresent()) {
            readColumnsToCompare();
            existing.get().require(samples, sampleTable, firstMatrix());
        } else {
            readLabelings();
        }
        warnOfUnusedFiles();
    }

    /// @param existing the dataset it is added to
    static ImportContent read(ImportFiles files, ImportSpec spec, Optional<SameSamples> existing) {
        return new ImportContent(files, spec, existing);
    }

    private void readMatrices() {
        var asked = Optional.ofNullable(spec.matrices()).orElse(List.of());
        if (asked.isEmpty()) {
            throw new BadInput("An import needs a matrix of activations.").forField("matrices");
        }
        var places = new HashMap<List<Object>, String>();
        existing.ifPresent(known -> known.dataset()
                .hookPoints()
                .forEach(point -> places.put(place(point), known.dataset().name())));
        for (var i = 0; i < asked.size(); i++) {
            var reader = new MatrixOpener(files, spec, i);
            neuronColumns.addAll(reader.columns());
            for (var prepared : reader.open(firstId() + matrices.size())) {
                requireSameRun(prepared, reader.file());
                var before = places.put(place(prepared.point()), reader.file());
                if (before != null) {
                    throw new BadInput("%s and %s are both mapped to %s: give them different sites, layers or tokens."
                                    .formatted(
                                            before,
                                            reader.file(),
                                            prepared.point().inWords()))
                            .inFile(reader.file())
                            .forField("matrices[%d].layer".formatted(i));
                }
                matrices.add(prepared);
            }
        }
    }

    private int firstId() {
        return existing.map(SameSamples::nextHookPoint).orElse(0);
    }

    private static List<Object> place(HookPoint point) {
        return List.of(point.site(), point.layerIndex(), point.token());
    }

    private void requireSameRun(PreparedMatrix matrix, String file) {
        if (matrices.isEmpty()) {
            samples = Math.toIntExact(matrix.reader().samples());
        } else if (matrix.reader().samples() != samples) {
            throw new BadInput("%s has %d samples, %s has %d: they are not of the same run."
                            .formatted(file, matrix.reader().samples(), firstMatrix(), samples))
                    .inFile(file);
        }
    }

    /// Labels beside matrices that are added to a dataset: they only show that the samples are the same.
    private void readColumnsToCompare() {
        var reader = new LabelReader(files, sampleTable, samples, firstMatrix());
        for (var asked : Optional.ofNullable(spec.labelings()).orElse(List.of())) {
            if (!sampleTable.isFrom(asked.file())) {
                var name = ImportPlanner.text(asked.name())
                        .or(() -> ImportPlanner.text(asked.column()))
                        .or(() -> ImportPlanner.text(asked.tensor()))
                        .orElseGet(() -> FileSeries.stem(String.valueOf(asked.file())));
                sampleTable.add(name, asked.file(), reader.read(asked));
            }
        }
    }

    private void readLabelings() {
        for (var asked : Optional.ofNullable(spec.labelings()).orElse(List.of())) {
            var reader = new LabelReader(files, sampleTable, samples, firstMatrix());
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
            used.addAll(files.series(String.valueOf(matrix.file())));
            use(used, matrix.neurons());
            Optional.ofNullable(matrix.quantised()).ifPresent(quantised -> {
                use(used, quantised.scale());
                use(used, quantised.offset());
            });
        });
        Optional.ofNullable(spec.samples()).ifPresent(table -> {
            used.add(String.valueOf(table.file()));
            Optional.ofNullable(table.ids()).ifPresent(ids -> used.add(String.valueOf(ids.file())));
        });
        Optional.ofNullable(spec.labelings())
                .orElse(List.of())
                .forEach(one -> used.addAll(files.series(String.valueOf(one.file()))));
        files.passedOver().values().stream()
                .limit(MOST_UNUSED)
                .forEach(problem -> warnings.add("Passed over: " + problem.getMessage()));
        var unused = files.names().stream()
                .filter(name -> !used.contains(name) && !files.passedOver().containsKey(name))
                .toList();
        unused.stream().limit(MOST_UNUSED).forEach(name -> warnings.add("%s is not used.".formatted(name)));
        if (unused.size() > MOST_UNUSED) {
            warnings.add("%d more files are not used.".formatted(unused.size() - MOST_UNUSED));
        }
    }

    private static void use(Set<String> used, @Nullable JsonNode name) {
        if (name != null && name.isString()) {
            used.add(name.asString());
        }
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
        return matrices.stream().mapToLong(PreparedMatrix::bytes).sum();
    }

    /// @param lines one a hook point, in their order
    ImportReport report(List<HookPointLine> lines) {
        var labels = labelings.stream()
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
                labels.stream().findFirst().map(LabelingLine::classes).orElse(List.of()),
                labels,
                lines,
                bytes(),
                null,
                List.of(),
                warnings);
    }

    /// Before the values have been read.
    ImportReport report() {
        return report(matrices.stream()
                .map(matrix -> new MatrixProfile(matrix.reader().stored()).line(matrix.point()))
                .toList());
    }
}
