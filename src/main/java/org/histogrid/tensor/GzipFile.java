package org.histogrid.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// A .gz file: one file of any other kind, unpacked to a scratch file.
final class GzipFile {

    private GzipFile() {}

    /// @throws UnreadableFile if it is cut off, damaged or goes on after its end, in which case nothing of it
    ///                        is read; if it unpacks to too much; or if it holds a gzip or zip file again
    static List<SourceFile> entries(Origin origin) {
        Path unpacked = origin.scratch("gz", out -> unpack(origin, out));
        Origin inner = origin.scratchOrigin(origin.name(), "gz", unpacked);
        FileFormat format = FileFormat.of(inner);
        if (format == FileFormat.GZIP || format == FileFormat.ZIP) {
            throw origin.refused("is a gzip file with " + ArchiveMembers.kind(format)
                    + " inside. Unpack it before you bring it here.");
        }
        return OpenedFile.open(inner);
    }

    private static void unpack(Origin origin, OutputStream out) throws IOException {
        try (GzipInput in = new GzipInput(origin.stream())) {
            in.transferTo(out);
        } catch (Damaged e) {
            throw origin.refused(e.restOfSentence());
        }
    }
}
