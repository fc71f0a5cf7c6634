package org.histogrid.tensor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A table of text: CSV with comma, semicolon, tab or bar, in UTF-8 with or without a byte order mark.
///
/// Cells may be quoted with `"`; unquoted ones lose the blanks around them. Lines end in LF, CRLF or CR. Blank
/// lines are skipped; in a table of one column, where a blank line could be a missing value, they are skipped at
/// the end only and refused elsewhere. Whether the first row is a header is told by its content: it is none if
/// all its cells are numbers, truth values or texts that come again below.
///
/// Where cells are separated by something else than a comma, a column of numbers may have decimal commas; its
/// texts are handed out with points. Columns of lists of numbers are arrays. A first column that numbers the rows
/// and has no name, as pandas writes it, is passed over.
final class CsvFile implements SourceFile, Table {

    private final Origin origin;
    private final TableShape shape;
    private final FileContents.Table contents;
    private final Map<String, Integer> indices;
    private final BitSet decimalCommas;
    private final Map<String, VectorColumn> vectors;
    private final Map<String, VectorColumn> uneven;

    private CsvFile(Origin origin, TableShape shape, CsvSurvey survey) {
        this.origin = origin;
        this.shape = shape;
        this.indices = HashMap.newHashMap(survey.names().size());
        this.decimalCommas = survey.decimalCommas();
        this.vectors = new LinkedHashMap<>();
        this.uneven = new LinkedHashMap<>();
        for (int i = 0; i < survey.names().size(); i++) {
            String column = survey.names().get(i);
            indices.put(column, i);
            survey.vectors(i).ifPresent(vector -> (vector.isEven() ? vectors : uneven).put(column, vector));
        }
        this.contents = new FileContents.Table(
                origin.name(),
                survey.format(),
                survey.columns(),
                survey.rows(),
                vectors.keySet().stream()
                        .map(column -> vectorInfo(column, survey.rows()))
                        .toList(),
                survey.notes());
    }

    private TensorInfo vectorInfo(String column, long rows) {
        List<Long> shapeOfAll = shape(column, rows);
        long size = shapeOfAll.stream().reduce(1L, Math::multiplyExact);
        return new TensorInfo(
                origin.name(),
                Optional.of(column),
                shapeOfAll,
                Dtype.F64,
                "C",
                false,
                Math.multiplyExact(size, Double.BYTES));
    }

    private List<Long> shape(String column, long rows) {
        List<Long> shapeOfAll = new ArrayList<>();
        shapeOfAll.add(rows);
        shapeOfAll.addAll(vector(column).shape());
        return shapeOfAll;
    }

    /// Whether the first cell of a column is a list of numbers.
    boolean hasVectors(String column) {
        return vectors.containsKey(column) || uneven.containsKey(column);
    }

    private VectorColumn vector(String column) {
        return Objects.requireNonNull(vectors.get(column));
    }

    /// Opens a table and reads through all of it once, so that nothing in it can fail later.
    ///
    /// @throws UnreadableFile if it is of another format, empty, without rows, no valid UTF-8, holds zero
    ///                        characters, rows of different lengths, a quote that does not end or ends early,
    ///                        the name twice, more than 262,144 columns, a cell of more than 1,048,576 bytes
    ///                        (16,777,216 where it holds a list) or a row more than 33,554,432
    static CsvFile of(Origin origin) {
        return of(origin, origin.guarded(() -> TableShape.of(origin)));
    }

    /// A table whose shape is known.
    static CsvFile of(Origin origin, TableShape shape) {
        return origin.guarded(() -> new CsvFile(origin, shape, CsvSurvey.of(origin, shape)));
    }

    /// The names of the columns of single values from left to right, all different: those of the header,
    /// `column 1` and so on where there is no header or no name in it.
    @Override
    public List<String> columnNames() {
        return contents.columns().stream().map(ColumnInfo::name).toList();
    }

    /// How many rows there are, at least 1; the header and blank lines are no rows.
    @Override
    public long rows() {
        return contents.rows();
    }

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public FileContents.Table contents() {
        return contents;
    }

    @Override
    public Table table() {
        return this;
    }

    /// A pass over the rows below the header. It meets nothing that the first pass has not seen, unless someone
    /// changed the file.
    private final class Rows {

        private final CsvRows all = new CsvRows(origin, shape, indices.size());

        boolean next() {
            if (all.next() && (all.row() > 0 || all.next())) {
                return true;
            }
            if (all.row() != rows()) {
                throw changed();
            }
            return false;
        }

        long row() {
            return all.row();
        }

        CsvScanner cells() {
            return all.cells();
        }
    }

    private UnreadableFile changed() {
        return origin.refused("changed while it was read.");
    }

    @Override
    public void forEachRow(List<String> columns, RowConsumer consumer) {
        int[] wanted = wanted(columns);
        origin.guarded(() -> forEachRow(wanted, consumer));
    }

    private long forEachRow(int[] wanted, RowConsumer consumer) {
        Rows rows = new Rows();
        while (rows.next()) {
            String[] cells = new String[wanted.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = text(rows.cells(), wanted[i]);
            }
            consumer.accept(rows.row(), Arrays.asList(cells));
        }
        return rows.row();
    }

    private String text(CsvScanner cells, int index) {
        String text = cells.text(index);
        return decimalCommas.get(index) ? text.replace(',', '.') : text;
    }

    private int[] wanted(List<String> columns) {
        return columns.stream().mapToInt(this::index).toArray();
    }

    private int index(String column) {
        Integer index = indices.get(column);
        if (index == null) {
            throw origin.refused(
                    "has no column " + Sentences.quoted(column) + "; it has " + Sentences.names(columnNames()) + ".");
        }
        return index;
    }

    /// All cells of a column, empty texts for empty cells.
    ///
    /// @throws UnreadableFile if there is no such column, or it has more than 20,000,000 cells or 134,217,728
    ///                        bytes
    @Override
    public List<String> column(String column) {
        int index = index(column);
        TextList texts = TextList.of(origin, column, rows());
        return origin.guarded(() -> filled(texts, index));
    }

    private TextList filled(TextList texts, int index) {
        Rows rows = new Rows();
        CsvScanner cells = rows.cells();
        while (rows.next()) {
            if (decimalCommas.get(index) || cells.hasQuotesInside(index)) {
                texts.append(text(cells, index));
            } else {
                texts.append(cells.bytes(), cells.from(index), cells.to(index) - cells.from(index));
            }
        }
        return texts;
    }

    @Override
    public MappedTensor matrix(List<String> columns) {
        int[] wanted = wanted(columns);
        DecimalParser[] parsers = new DecimalParser[wanted.length];
        DecimalParser points = new DecimalParser('.');
        DecimalParser commas = new DecimalParser(',');
        for (int i = 0; i < wanted.length; i++) {
            parsers[i] = decimalCommas.get(wanted[i]) ? commas : points;
        }
        List<Long> size = List.of(rows(), (long) wanted.length);
        String suffix = NumberScratch.suffix("matrix", columns);
        return origin.guarded(() -> NumberScratch.of(origin, Optional.empty(), size, suffix, numbers -> {
            Rows rows = new Rows();
            while (rows.next()) {
                putRow(rows, columns, wanted, parsers, numbers);
            }
        }));
    }

    private void putRow(Rows rows, List<String> columns, int[] wanted, DecimalParser[] parsers, NumberScratch numbers)
            throws IOException {
        CsvScanner cells = rows.cells();
        for (int i = 0; i < wanted.length; i++) {
            DecimalParser parser = parsers[i];
            if (!cells.parse(wanted[i], parser)) {
                throw noNumber(rows.row(), columns.get(i), cells.text(wanted[i]));
            }
            numbers.put(parser.value());
        }
    }

    private UnreadableFile noNumber(long row, String column, String cell) {
        String what =
                cell.isEmpty() ? "has an empty cell" : "holds " + Sentences.quoted(cell) + ", which is no number,";
        return new UnreadableFile(
                origin.name(),
                what + " in row " + Sentences.grouped(row) + ", column " + Sentences.quoted(column) + ".",
                row,
                column);
    }

    @Override
    public MappedTensor tensor(Optional<String> tensor) {
        tensor.filter(uneven::containsKey).ifPresent(column -> {
            VectorColumn vector = Objects.requireNonNull(uneven.get(column));
            throw new UnreadableFile(origin.name(), tensor, vector.problem() + ".", vector.problemRow(), column);
        });
        if (vectors.isEmpty()) {
            throw origin.refused("is a table and holds no arrays.");
        }
        String column = Named.choose(origin, vectors.keySet(), tensor);
        int index = index(column);
        ListText list = new ListText();
        String suffix = NumberScratch.suffix("vectors", List.of(column));
        List<Long> size = shape(column, rows());
        return origin.guarded(() -> NumberScratch.of(origin, Optional.of(column), size, suffix, numbers -> {
            Rows rows = new Rows();
            CsvScanner cells = rows.cells();
            while (rows.next()) {
                ListText.Result result = list.read(cells.bytes(), cells.from(index), cells.to(index), numbers::put);
                if (result != ListText.Result.NUMBERS
                        || !list.shape().equals(vector(column).shape())) {
                    throw changed();
                }
            }
        }));
    }
}
