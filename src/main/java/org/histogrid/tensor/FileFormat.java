package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Map;

/// What kind of file something is: told by its first bytes, then by its name.
enum FileFormat {
    NPY,
    NPZ,
    SAFETENSORS,
    TORCH,
    HDF5,
    PARQUET,
    /// CSV or TSV.
    TABLE,
    JSON,
    JSON_LINES,
    GZIP,
    ZIP,
    TAR;

    private static final int HEAD = 512;

    /// What is recognised and not read.
    private static final Map<String, String> BY_SIGNATURE = Map.ofEntries(
            Map.entry("ARROW1", "an Arrow file"),
            Map.entry("FEA1", "a Feather file"),
            Map.entry("BZh", "a bzip2 file"),
            Map.entry("\u00fd7zXZ\0", "an xz file"),
            Map.entry("\u0028\u00b5\u002f\u00fd", "a Zstandard file"),
            Map.entry("7z\u00bc\u00af\u0027\u001c", "a 7z file"),
            Map.entry("Rar!\u001a", "a RAR file"),
            Map.entry("%PDF-", "a PDF file"),
            Map.entry("SQLite format 3\0", "an SQLite file"),
            Map.entry("MATLAB 5.0", "a MATLAB file"),
            Map.entry("version https://git-lfs", "a Git LFS pointer and not the file itself"),
            Map.entry("\u00ff\u00fe", "UTF-16 text"),
            Map.entry("\u00fe\u00ff", "UTF-16 text"));

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("pkl", "a Python pickle, which is never loaded"),
            Map.entry("pickle", "a Python pickle, which is never loaded"),
            Map.entry("arrow", "an Arrow file"),
            Map.entry("feather", "a Feather file"),
            Map.entry("xlsx", "an Excel workbook"),
            Map.entry("xls", "an Excel workbook"),
            Map.entry("mat", "a MATLAB file"));

    private static final String READ =
            "What is read: .npy, .npz, .safetensors, .pt, .h5, .parquet, .csv, .tsv, .json, .jsonl, and .zip, .tar and"
                    + " .gz of these.";

    /// @throws UnreadableFile if it is none of these, saying what it is where that is known
    static FileFormat of(Origin origin) {
        if (origin.size() == 0) {
            throw origin.refused("is empty.");
        }
        String head = head(origin);
        String ending = ending(origin.name());
        boolean text = head.chars().allMatch(FileFormat::isText);
        if (head.startsWith(new String(NpyHeader.MAGIC, ISO_8859_1))) {
            return NPY;
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return zip(origin, head, ending);
        }
        if (head.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (head.startsWith("\u0089HDF\r\n\u001a\n")) {
            return HDF5;
        }
        if (head.startsWith("PAR1") && !text) {
            return PARQUET;
        }
        if (head.startsWith("ustar", 257)) {
            return TAR;
        }
        if (head.startsWith("\0\0", 6) && head.startsWith("{", 8)) {
            return SAFETENSORS;
        }
        refuse(origin, head, text);
        return byEnding(origin, ending);
    }

    private static FileFormat byEnding(Origin origin, String ending) {
        return switch (ending) {
            case "npz" -> NPZ;
            case "safetensors" -> SAFETENSORS;
            case "csv", "tsv", "tab", "txt" -> TABLE;
            case "json" -> JSON;
            case "jsonl", "ndjson" -> JSON_LINES;
            case "npy", "h5", "hdf5", "parquet", "tar", "zip", "gz", "tgz" ->
                throw origin.refused("is no ." + ending + " file: it does not begin with the signature of one.");
            case "pt", "pth", "ckpt", "bin" ->
                throw origin.refused("is no PyTorch file as torch.save has written them since version 1.6 (2020): it"
                        + " does not begin as a zip archive. Load and save it again with a newer PyTorch.");
            default ->
                throw refused(
                        origin,
                        BY_ENDING.getOrDefault(ending, "of a kind that neither its content nor its name tells"));
        };
    }

    private static FileFormat zip(Origin origin, String head, String ending) {
        if (head.contains("/data.pkl")) {
            return TORCH;
        }
        return switch (ending) {
            case "npz" -> NPZ;
            case "pt", "pth", "ckpt", "bin" -> TORCH;
            case "xlsx" -> throw refused(origin, "an Excel workbook");
            default -> ZIP;
        };
    }

    private static void refuse(Origin origin, String head, boolean text) {
        if (head.length() > 1 && head.charAt(0) == '\u0080' && head.charAt(1) <= 5) {
            throw refused(origin, "a Python pickle, which is never loaded");
        }
        String words = head.strip().toLowerCase(Locale.ROOT);
        if (words.startsWith("<!doctype") || words.startsWith("<html") || words.startsWith("<?xml")) {
            throw refused(origin, "a web page");
        }
        BY_SIGNATURE.forEach((signature, kind) -> {
            // A table may well begin with a column FEA1; the binary formats go on with control characters
            boolean mayBeText = text && signature.length() <= 6;
            if (head.startsWith(signature) && !mayBeText) {
                throw refused(origin, kind);
            }
        });
    }

    private static boolean isText(int c) {
        return (c >= ' ' && c < 0x7f) || c == '\t' || c == '\n' || c == '\r';
    }

    private static UnreadableFile refused(Origin origin, String kind) {
        return origin.refused("is " + kind + ". " + READ);
    }

    /// Of the name inside a .gz too: `csv` of `samples.csv.gz`.
    private static String ending(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") && lower.indexOf('.') < lower.length() - 3
                ? lower.substring(0, lower.length() - 3)
                : lower;
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private static String head(Origin origin) {
        int length = (int) Math.min(HEAD, origin.size());
        byte[] bytes = new byte[length];
        origin.guarded(() -> {
            MemorySegment.copy(origin.bytes(), ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
            return length;
        });
        return new String(bytes, ISO_8859_1);
    }
}
