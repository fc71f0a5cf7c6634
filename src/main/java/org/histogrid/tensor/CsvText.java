package org.histogrid.tensor;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes the CSV that [CsvFile] reads back: separated by commas, with a header, texts quoted.
final class CsvText {

    /// How it is written.
    static final TableShape SHAPE = new TableShape(',', true);

    private static final int BUFFER = 1 << 16;

    private final Writer out;

    CsvText(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }

    /// A text as a cell.
    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    void header(List<String> names) throws IOException {
        row(names.stream().map(CsvText::quoted).toList());
    }

    /// @param cells numbers and truth values as they are, texts quoted, missing values empty
    void row(List<String> cells) throws IOException {
        if (cells.size() == 1 && cells.getFirst().isEmpty()) {
            // Else it would be a blank line
            out.write("\"\"");
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cells.get(i));
        }
        out.write('\n');
    }

    void flush() throws IOException {
        out.flush();
    }
}
