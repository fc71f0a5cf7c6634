package org.histogrid.dataset;

import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.tensor.FileContents;

/// A staged file with what is inside (of an archive, what is inside each member, and why others are passed
/// over), or with why it cannot be read.
public record FileLook(
        StagedFile file, List<FileContents> contents, List<BadInput> passedOver, Optional<BadInput> problem) {

    public FileLook {
        contents = List.copyOf(contents);
        passedOver = List.copyOf(passedOver);
    }
}
