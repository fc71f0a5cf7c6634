package org.histogrid.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.TensorLook.Values;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Binning;
import org.histogrid.stats.Histograms;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.Tensor;
import org.histogrid.tensor.TensorInfo;

/// Makes a [TensorLook] in bounded memory, however large the file: of an array no more than some runs of values are
/// read.
final class TensorPreview {

    static final int MOST_ROWS = 6;
    static final int MOST_COLUMNS = 8;
    static final int MOST_VALUES = 200_000;

    /// Values read next to each other, so that a large file is touched in few places
    private static final int RUN = 400;

    private static final int MOST_TEXTS = 1_000_000;
    private static final int LONGEST_CELL = 120;
    private static final int DIGITS = 5;
    private static final long SEED = 20_240_229;
    private static final BinRule.Count MOST_BINS = new BinRule.Count(100);
    private static final Set<Dtype> WHOLE =
            Set.of(Dtype.I8, Dtype.I16, Dtype.I32, Dtype.I64, Dtype.U8, Dtype.U16, Dtype.U32, Dtype.U64, Dtype.BOOL);

    private TensorPreview() {}

    static TensorLook of(ImportFiles files, String file, Optional<String> name) {
        return switch (files.inspect(file)) {
            case FileContents.Table table
            when !isTensor(table, name) -> new TablePreview(files.table(file), table).of(name);
            case FileContents contents -> ofTensor(files.tensor(file, name.or(() -> only(contents))));
        };
    }

    private static boolean isTensor(FileContents.Table table, Optional<String> name) {
        return table.tensors().stream()
                .anyMatch(
                        tensor -> tensor.tensor().isPresent() && tensor.tensor().equals(name));
    }

    private static Optional<String> only(FileContents contents) {
        return contents.tensors().stream().findFirst().flatMap(TensorInfo::tensor);
    }

    private static TensorLook ofTensor(Tensor tensor) {
        var info = tensor.info();
        var shape = info.shape();
        var rows = shape.isEmpty() ? 1 : shape.getFirst();
        var columns = shape.size() < 2 ? 1 : shape.getLast();
        return new TensorLook(
                info.file(),
                info.tensor(),
                List.of(),
                ImportFiles.reading(() -> cells(tensor, rows, columns)),
                rows,
                columns,
                shape.size() > 2 ? "At 0 of the axes between the first and the last." : "",
                info.dtype() == Dtype.TEXT ? Optional.empty() : Optional.of(spread(tensor)));
    }

    private static List<List<String>> cells(Tensor tensor, long rows, long columns) {
        var cells = new ArrayList<List<String>>();
        if (tensor.size() == 0) {
            return cells;
        }
        var dtype = tensor.info().dtype();
        if (dtype == Dtype.TEXT && tensor.size() > MOST_TEXTS) {
            return cells;
        }
        var texts = dtype == Dtype.TEXT ? tensor.texts() : List.<String>of();
        var perRow = tensor.size() / rows;
        for (var row = 0L; row < Math.min(rows, MOST_ROWS); row++) {
            var first = row * perRow;
            cells.add(LongStream.range(first, first + Math.min(columns, MOST_COLUMNS))
                    .mapToObj(index ->
                            texts.isEmpty() ? number(tensor.value(index), dtype) : cell(texts.get((int) index)))
                    .toList());
        }
        return cells;
    }

    static String cell(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
    }

    private static String number(double value, Dtype dtype) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Inf" : "-Inf";
        }
        var exact = new BigDecimal(value);
        if (WHOLE.contains(dtype) || value == 0) {
            return exact.toBigInteger().toString();
        }
        var rounded = exact.round(new MathContext(DIGITS)).stripTrailingZeros();
        return Math.abs(rounded.precision() - rounded.scale()) <= DIGITS
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace('E', 'e');
    }

    private static Values spread(Tensor tensor) {
        return ImportFiles.reading(() -> {
            var size = tensor.size();
            var positions = positions(size);
            var values = new double[positions.length];
            for (var i = 0; i < values.length; i++) {
                values[i] = tensor.value(positions[i]);
            }
            return spread("values", values, size);
        });
    }

    /// All, or runs that lie at random in equal stretches: at a fixed distance they might all be of one neuron.
    static long[] positions(long size) {
        if (size <= MOST_VALUES) {
            return LongStream.range(0, size).toArray();
        }
        var random = new SplittableRandom(SEED);
        var runs = MOST_VALUES / RUN;
        var positions = new long[MOST_VALUES];
        for (var run = 0; run < runs; run++) {
            var from = place(size, run, runs);
            var room = place(size, run + 1, runs) - from - RUN;
            var first = from + (room > 0 ? random.nextLong(room + 1) : 0);
            for (var i = 0; i < RUN; i++) {
                positions[run * RUN + i] = first + i;
            }
        }
        return positions;
    }

    private static long place(long size, int run, int runs) {
        return size / runs * run + size % runs * run / runs;
    }

    static Values spread(String what, double[] values, long of) {
        var finite = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
        var all = List.of(values);
        var edges = Binning.edges(BinRule.Estimator.AUTO, new BinRange.Full(), all);
        if (edges.bins() > MOST_BINS.bins()) {
            edges = Binning.edges(MOST_BINS, new BinRange.Full(), all);
        }
        var histogram =
                Histograms.count(values, new byte[values.length], 1, edges).getFirst();
        var none = finite.getCount() == 0;
        return new Values(what, of, none ? 0 : finite.getMin(), none ? 0 : finite.getMax(), edges, histogram);
    }

    static BadInput noSuch(String file, String name, List<String> choices) {
        return new BadInput("%s has no column %s.".formatted(file, name))
                .inFile(file)
                .inColumn(name)
                .withChoices(
                        choices.stream().limit(LabelingPlanner.MOST_CHOICES).toList());
    }
}
