package org.histogrid.tensor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file in an archive. It is looked into when something is asked of it: an archive may hold tens of
/// thousands.
final class MemberFile implements SourceFile {

    private final Origin origin;
    private final Optional<String> problem;
    private @Nullable SourceFile opened;

    private MemberFile(Origin origin, Optional<String> problem) {
        this.origin = origin;
        this.problem = problem;
    }

    static SourceFile of(Origin origin) {
        return new MemberFile(origin, Optional.empty());
    }

    /// One that could not be unpacked.
    static SourceFile damaged(Origin origin, String restOfSentence) {
        return new MemberFile(origin, Optional.of(restOfSentence));
    }

    private synchronized SourceFile opened() {
        if (problem.isPresent()) {
            throw origin.refused(problem.get());
        }
        if (opened == null) {
            FileFormat format = FileFormat.of(origin);
            if (format == FileFormat.ZIP || format == FileFormat.TAR || format == FileFormat.GZIP) {
                throw origin.refused("is " + ArchiveMembers.kind(format)
                        + " inside an archive. Unpack it before you bring it here.");
            }
            List<SourceFile> entries = OpenedFile.open(origin);
            opened = entries.getFirst();
        }
        return opened;
    }

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public FileContents contents() {
        return opened().contents();
    }

    @Override
    public Tensor tensor(Optional<String> tensor) {
        return opened().tensor(tensor);
    }

    @Override
    public Table table() {
        return opened().table();
    }
}
