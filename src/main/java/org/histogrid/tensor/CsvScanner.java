package org.histogrid.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Divides the bytes of a table into records and cells, within bounds, without making text of them. All that
/// divides is ASCII, so UTF-8 need not be decoded for it.
///
/// Cells may be quoted with `"`, which stands twice for itself inside. Unquoted cells lose the blanks around
/// them, quoted ones are kept as they are. Lines end in LF, CRLF or CR.
///
/// The bytes, and the places of the cells in them, are valid until the next record is read.
final class CsvScanner {

    static final int MOST_CELLS = 1 << 18;

    /// Bytes of a cell of text, of one that holds a list, and of a record.
    static final int LONGEST_TEXT = 1 << 20;

    static final int LONGEST_LIST = 16 << 20;
    static final int LONGEST_RECORD = 32 << 20;

    private static final int WINDOW = 1 << 18;
    private static final int MOST_KEPT = LONGEST_RECORD + WINDOW;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /// Behind the bytes, so that eight may be looked at from each of them.
    private static final int MARGIN = 8;

    /// Bits of what is known of a cell.
    private static final int PLAIN = 0;

    private static final int QUOTED = 1;
    private static final int WITH_QUOTES_INSIDE = 2;
    private static final int INTEGER = 4;
    private static final int POINT = 8;
    private static final int NEGATIVE = 16;

    private final Origin origin;
    private final InputStream in;
    private final byte separator;
    private final boolean marked;

    /// From `start` to `end` there are bytes of the file, and behind them a line end that stops every search.
    private byte[] bytes;

    private int start;
    private int next;
    private int end;
    private boolean ended;

    /// Of each cell, relative to `start`.
    private int[] froms = new int[64];

    private int[] tos = new int[64];
    private byte[] kinds = new byte[64];

    /// Of each cell that is a plain number of up to 18 digits: all its digits, and how many stand behind the
    /// point.
    private long[] digits = new long[64];

    private byte[] fractions = new byte[64];

    private int width;
    private int quotedCells;
    private boolean blank;
    private long row;

    /// @param firstRow the number of the first record in messages: 0 for a header
    CsvScanner(Origin origin, char separator, long firstRow) {
        this(origin, separator, firstRow, WINDOW);
    }

    /// @param window how many bytes are read at once, at least 32; more where a record needs it
    CsvScanner(Origin origin, char separator, long firstRow, int window) {
        this.origin = origin;
        this.bytes = new byte[window];
        this.in = origin.stream();
        this.separator = (byte) separator;
        this.row = firstRow;
        more(0, 0);
        this.marked = end >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        this.next = marked ? BYTE_ORDER_MARK.length : 0;
    }

    /// Goes to the next record.
    ///
    /// @return whether there is one
    /// @throws UnreadableFile if it is beyond the bounds, or a quote is misplaced
    boolean next() {
        row += width > 0 && !blank ? 1 : 0;
        start = next;
        width = 0;
        quotedCells = 0;
        blank = false;
        if (start == end && !more(start, 0)) {
            return false;
        }
        int at = start;
        byte stop;
        do {
            if (at == end) {
                int reached = at - start;
                more(at, reached);
                at = start + reached;
            }
            at = bytes[at] == '"' && at < end ? quoted(at) : plain(at);
            stop = bytes[at++];
        } while (stop == separator && at <= end);
        if (at > end) {
            next = end;
        } else {
            next = stop == '\r' ? behindReturn(at) : at;
        }
        return true;
    }

    private int behindReturn(int at) {
        int behind = at;
        if (behind == end) {
            int reached = behind - start;
            more(behind, reached);
            behind = start + reached;
        }
        return behind < end && bytes[behind] == '\n' ? behind + 1 : behind;
    }

    /// Reads a cell as a plain number where it is one, and else finds its end. Nearly all cells of large tables
    /// are such numbers, which makes it worth to look at their digits once only.
    ///
    /// @return where the cell ends: at the separator, at the line end, or at the end of the file
    private int plain(int first) {
        byte[] cell = bytes;
        int negative = ((cell[first] ^ '-') - 1) >>> 31;
        int at = first + negative;
        long number = 0;
        int digit = cell[at] - '0';
        while (digit >= 0 && digit <= 9) {
            number = 10 * number + digit;
            digit = cell[++at] - '0';
        }
        int count = at - first - negative;
        int fraction = 0;
        int kind = INTEGER;
        if (cell[at] == '.') {
            kind = POINT;
            at++;
            int more;
            do {
                long word = Digits.word(cell, at);
                more = Digits.count(word);
                number = Digits.append(number, word, more);
                at += more;
                fraction += more;
            } while (more == Long.BYTES);
            count += fraction;
        }
        byte stop = cell[at];
        boolean ends = stop == separator || stop == '\n' || stop == '\r';
        if (!ends || at >= end || count == 0 || count > Digits.MOST) {
            return anything(first - start, at);
        }
        add(first - start, at - start, kind | negative * NEGATIVE);
        digits[width - 1] = number;
        fractions[width - 1] = (byte) fraction;
        return at;
    }

    /// @param searched up to where the cell was searched for its end
    private int anything(int from, int searched) {
        int at = searched;
        byte separating = separator;
        while (true) {
            byte[] search = bytes;
            byte c = search[at];
            while (c != separating && c != '\n' && c != '\r') {
                c = search[++at];
            }
            if (at < end) {
                break;
            }
            int reached = at - start;
            boolean found = more(at, from);
            at = start + reached;
            if (!found) {
                break;
            }
        }
        int to = at - start;
        if (from == to) {
            blank = width == 0 && (at == end || bytes[at] != separator);
            add(from, to, PLAIN);
        } else if (bytes[start + from] <= ' ' || bytes[at - 1] <= ' ') {
            addStripped(from, to);
        } else {
            add(from, to, PLAIN);
        }
        return at;
    }

    private void addStripped(int first, int last) {
        int from = first;
        int to = last;
        while (from < to && isBlank(bytes[start + from])) {
            from++;
        }
        while (to > from && isBlank(bytes[start + to - 1])) {
            to--;
        }
        if (from > first && from < to && bytes[start + from] == '"') {
            throw refused("has a blank before an opening quote");
        }
        add(from, to, PLAIN);
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == 0x0b || c == '\f';
    }

    /// @return where the cell ends: behind the closing quote
    private int quoted(int first) {
        int from = first + 1 - start;
        int at = first + 1;
        int kind = QUOTED;
        while (true) {
            while (at < end && bytes[at] != '"') {
                at++;
            }
            // The byte behind the quote is needed too: it may be another quote
            if (at + 1 >= end) {
                int reached = at - start;
                boolean found = more(at, from);
                at = start + reached;
                if (found) {
                    continue;
                }
                if (at >= end) {
                    throw refused("opens a quote that does not end");
                }
                break;
            }
            if (bytes[at + 1] != '"') {
                break;
            }
            kind = QUOTED | WITH_QUOTES_INSIDE;
            at += 2;
        }
        quotedCells++;
        add(from, at - start, kind);
        byte behind = bytes[at + 1];
        if (behind != separator && behind != '\n' && behind != '\r') {
            throw refused("has text behind a closing quote");
        }
        return at + 1;
    }

    private void add(int from, int to, int kind) {
        if (to - from > LONGEST_TEXT) {
            requireLength(from, to);
        }
        if (width == froms.length) {
            grow();
        }
        froms[width] = from;
        tos[width] = to;
        kinds[width] = (byte) kind;
        width++;
    }

    private void grow() {
        if (width == MOST_CELLS) {
            throw refused("has more than " + Sentences.grouped(MOST_CELLS) + " cells");
        }
        froms = Arrays.copyOf(froms, 2 * width);
        tos = Arrays.copyOf(tos, 2 * width);
        kinds = Arrays.copyOf(kinds, 2 * width);
        digits = Arrays.copyOf(digits, 2 * width);
        fractions = Arrays.copyOf(fractions, 2 * width);
    }

    private void requireLength(int from, int to) {
        int most = bytes[start + from] == '[' ? LONGEST_LIST : LONGEST_TEXT;
        if (to - from > most) {
            throw refused("has a cell of more than " + Sentences.grouped(most) + " bytes");
        }
    }

    /// Reads on, and moves the record to the front.
    ///
    /// @param at   how far it was searched
    /// @param from where the cell begins, relative to the record
    /// @return whether there was more to read
    private boolean more(int at, int from) {
        if (ended) {
            return false;
        }
        int kept = end - start;
        if (at - start - from > LONGEST_TEXT) {
            requireLength(from, at - start);
        }
        if (kept > LONGEST_RECORD) {
            throw refused("has more than " + Sentences.grouped(LONGEST_RECORD) + " bytes");
        }
        byte[] target = kept > bytes.length / 2 ? new byte[Math.min(2 * bytes.length, MOST_KEPT)] : bytes;
        System.arraycopy(bytes, start, target, 0, kept);
        bytes = target;
        next -= start;
        start = 0;
        try {
            int count = in.read(bytes, kept, bytes.length - MARGIN - kept);
            ended = count < 0;
            end = kept + Math.max(count, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes[end] = '\n';
        return !ended;
    }

    private UnreadableFile refused(String how) {
        return CsvRows.refused(origin.name(), row, how);
    }

    /// Whether the file begins with a byte order mark.
    boolean marked() {
        return marked;
    }

    /// How many cells the record has; 1 for a blank line.
    int width() {
        return width;
    }

    int quotedCells() {
        return quotedCells;
    }

    /// Whether the record is a blank line.
    boolean blank() {
        return blank;
    }

    /// Where the bytes of the cells are.
    byte[] bytes() {
        return bytes;
    }

    /// Where the record begins.
    int start() {
        return start;
    }

    /// Where the record ends, its line end counted in.
    int end() {
        return next;
    }

    int from(int cell) {
        return start + froms[cell];
    }

    int to(int cell) {
        return start + tos[cell];
    }

    boolean isEmpty(int cell) {
        return froms[cell] == tos[cell];
    }

    /// Whether quotes stand twice in the bytes of a cell and once in its text.
    boolean hasQuotesInside(int cell) {
        return (kinds[cell] & WITH_QUOTES_INSIDE) != 0;
    }

    /// What a cell looks like, as [Cells] names it.
    int kind(int cell) {
        int known = kinds[cell] & (INTEGER | POINT);
        if (known != 0) {
            return known == INTEGER ? Cells.INTEGER : Cells.POINT;
        }
        return Cells.kind(bytes, from(cell), to(cell));
    }

    /// Reads a cell as a number; the parser knows it then.
    ///
    /// @return whether it is one
    boolean parse(int cell, DecimalParser parser) {
        int kind = kinds[cell];
        if ((kind & (INTEGER | POINT)) != 0 && parser.compose(digits[cell], fractions[cell], (kind & NEGATIVE) != 0)) {
            return true;
        }
        return parser.parse(bytes, from(cell), to(cell));
    }

    String text(int cell) {
        String text = new String(bytes, from(cell), to(cell) - from(cell), StandardCharsets.UTF_8);
        return hasQuotesInside(cell) ? text.replace("\"\"", "\"") : text;
    }

    /// The first characters of a cell.
    String start(int cell, int characters) {
        int length = Math.min(4 * characters, to(cell) - from(cell));
        return new String(bytes, from(cell), length, StandardCharsets.UTF_8);
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            texts.add(text(i));
        }
        return texts;
    }
}
