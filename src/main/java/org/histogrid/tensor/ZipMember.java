package org.histogrid.tensor;

import java.util.Map;

/// A file in a zip archive, as the archive's directory lists it.
///
/// @param name     its path in the archive, which may be anything
/// @param method   how it is packed
/// @param crc      the checksum of its content
/// @param packed   how many bytes it takes in the archive
/// @param size     how many bytes it has unpacked, as declared
/// @param header   where its own header lies in the archive
/// @param ordinary whether it is a file and no link or device
record ZipMember(String name, int method, long crc, long packed, long size, long header, boolean ordinary) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /// No deflated data unpacks to more than this many times its size.
    private static final int MOST_DEFLATED = 1_032;

    private static final Map<Integer, String> METHODS = Map.of(
            1, "Shrink", 6, "Implode", 9, "Deflate64", 12, "bzip2", 14, "LZMA", 93, "Zstandard", 95, "xz", 98, "PPMd");

    /// Why it cannot be unpacked, as the rest of a sentence; empty if nothing is known against it.
    String problem() {
        if (method != STORED && method != DEFLATED) {
            return "is packed with " + METHODS.getOrDefault(method, "the unknown method " + method)
                    + "; only stored and deflated members are read. Save it again without that.";
        }
        if (method == STORED && packed != size) {
            return "is damaged: it takes " + Sentences.grouped(packed) + " bytes of the archive and declares "
                    + Sentences.grouped(size) + ".";
        }
        if (method == DEFLATED && size / MOST_DEFLATED > packed) {
            return "is damaged: it declares " + Sentences.grouped(size) + " bytes, which no "
                    + Sentences.grouped(packed) + " packed bytes can hold.";
        }
        return "";
    }
}
