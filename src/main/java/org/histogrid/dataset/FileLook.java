package org.histogrid.dataset;

import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.tensor.FileContents;

/// A staged file with what is inside, or with why it cannot be read.
public record FileLook(StagedFile file, Optional<FileContents> contents, Optional<BadInput> problem) {}
