package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// What kind of file something is: told by its first bytes, then by its name.
enum FileFormat {
    NPY,
    TABLE;

    private static final int HEAD = 512;

    private static final Map<String, String> BY_SIGNATURE = Map.ofEntries(
            Map.entry("\u001f\u008b", "a gzip file"),
            Map.entry("\u0089HDF\r\n\u001a\n", "an HDF5 file"),
            Map.entry("PAR1", "a Parquet file"),
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
            Map.entry("npz", "a NumPy archive"),
            Map.entry("pt", "a PyTorch file"),
            Map.entry("pth", "a PyTorch file"),
            Map.entry("ckpt", "a PyTorch file"),
            Map.entry("bin", "a PyTorch file"),
            Map.entry("pkl", "a Python pickle"),
            Map.entry("pickle", "a Python pickle"),
            Map.entry("safetensors", "a safetensors file"),
            Map.entry("h5", "an HDF5 file"),
            Map.entry("hdf5", "an HDF5 file"),
            Map.entry("parquet", "a Parquet file"),
            Map.entry("arrow", "an Arrow file"),
            Map.entry("feather", "a Feather file"),
            Map.entry("json", "a JSON file"),
            Map.entry("jsonl", "a JSON Lines file"),
            Map.entry("ndjson", "a JSON Lines file"),
            Map.entry("xlsx", "an Excel workbook"),
            Map.entry("xls", "an Excel workbook"),
            Map.entry("mat", "a MATLAB file"),
            Map.entry("gz", "a gzip file"),
            Map.entry("zip", "a zip archive"),
            Map.entry("tar", "a tar archive"));

    static FileFormat of(Path path, String name) {
        String head = head(path, name);
        if (head.isEmpty()) {
            throw new UnreadableFile(name, "is empty.");
        }
        if (head.startsWith(new String(NpyHeader.MAGIC, ISO_8859_1))) {
            return NPY;
        }
        refuseBySignature(head, name);
        String ending = ending(name);
        return switch (ending) {
            case "npy" ->
                throw new UnreadableFile(name, "is no .npy file: it does not begin with the signature of one.");
            case "csv", "tsv", "tab", "txt" -> TABLE;
            default ->
                throw refused(
                        name,
                        BY_ENDING.getOrDefault(
                                ending, "of a kind that is told neither by its content nor by its name"));
        };
    }

    static void requireArrays(Path path, String name) {
        if (of(path, name) == TABLE) {
            throw new UnreadableFile(name, "is a table; an array in an .npy file was expected.");
        }
    }

    static void requireTable(Path path, String name) {
        if (of(path, name) == NPY) {
            throw new UnreadableFile(name, "is an .npy array; a table in a .csv file was expected.");
        }
    }

    private static void refuseBySignature(String head, String name) {
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            throw refused(name, zip(head, ending(name)));
        }
        if (head.length() > 1 && head.charAt(0) == '\u0080' && head.charAt(1) <= 5) {
            throw refused(name, ending(name).startsWith("pt") ? "a PyTorch file" : "a Python pickle");
        }
        if (head.length() > 8 && head.charAt(8) == '{' && head.startsWith("\0\0", 6)) {
            throw refused(name, "a safetensors file");
        }
        if (head.startsWith("ustar", 257)) {
            throw refused(name, "a tar archive");
        }
        String words = head.strip().toLowerCase(Locale.ROOT);
        if (words.startsWith("<!doctype") || words.startsWith("<html") || words.startsWith("<?xml")) {
            throw refused(name, "a web page");
        }
        boolean text = head.chars().allMatch(FileFormat::isText);
        BY_SIGNATURE.forEach((signature, kind) -> {
            // A table may well begin with a column PAR1 or FEA1; the binary formats go on with control characters
            boolean mayBeText = text && signature.length() <= 6;
            if (head.startsWith(signature) && !mayBeText) {
                throw refused(name, kind);
            }
        });
    }

    private static boolean isText(int c) {
        return (c >= ' ' && c < 0x7f) || c == '\t' || c == '\n' || c == '\r';
    }

    private static String zip(String head, String ending) {
        if (head.contains("/data.pkl")) {
            return "a PyTorch file";
        }
        return switch (ending) {
            case "npz", "pt", "pth", "ckpt", "bin", "xlsx" -> BY_ENDING.getOrDefault(ending, "a zip archive");
            default -> "a zip archive";
        };
    }

    private static UnreadableFile refused(String name, String kind) {
        return new UnreadableFile(name, "is " + kind + "; this version reads .npy and .csv.");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String head(Path path, String name) {
        byte[] buffer = new byte[HEAD];
        try (InputStream in = Files.newInputStream(path)) {
            int length = in.readNBytes(buffer, 0, HEAD);
            return new String(Arrays.copyOf(buffer, length), ISO_8859_1);
        } catch (IOException e) {
            throw new UnreadableFile(name, "could not be read from the disk.", e);
        }
    }
}
