package org.histogrid.tensor;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The rules for members of .zip and .tar archives, whose names become parts of what users see and ask for.
final class ArchiveMembers {

    private static final Set<String> JUNK = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private static final int MOST_NAME = 1_000;

    private ArchiveMembers() {}

    /// What operating systems put into archives unasked.
    static boolean junk(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith("._") || JUNK.contains(last);
    }

    static boolean gzipped(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /// Checks the names of an archive's files, before any of them is unpacked.
    ///
    /// @throws UnreadableFile for names that lead out of the archive or cannot be shown, and if there is no
    ///                        file
    static void requireSound(Origin archive, List<String> names) {
        if (names.isEmpty()) {
            throw archive.refused("holds no files.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (leadsOut(name)) {
                throw archive.refused("has the member " + Sentences.quoted(name)
                        + ", whose name leads out of the archive. The archive is refused as a whole.");
            }
            if (name.isBlank() || !Sentences.excerpt(name, MOST_NAME).equals(name)) {
                throw archive.refused("has the member " + Sentences.quoted(name)
                        + ", whose name is empty, too long or holds control characters.");
            }
            if (!seen.add(name)) {
                throw archive.refused("has two members named " + Sentences.quoted(name) + ".");
            }
        }
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.matches("(?s)[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..");
    }

    static UnreadableFile noFile(Origin archive, String name, String kind) {
        return archive.refused("has the member " + Sentences.quoted(name) + ", which is " + kind
                + " and no file. The archive is refused as a whole.");
    }

    /// How a sentence names an archive inside another.
    static String kind(FileFormat format) {
        return switch (format) {
            case GZIP -> "a gzip file";
            case ZIP -> "a zip archive";
            case TAR -> "a tar archive";
            default -> "a file";
        };
    }
}
