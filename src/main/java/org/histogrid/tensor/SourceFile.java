package org.histogrid.tensor;

import java.util.Optional;

/// An open file of activations, labels or samples, whatever its format.
public interface SourceFile {

    /// What the user calls it: `acts.npy`, or `acts.zip/layer_3.npy` for a member of an archive.
    String name();

    /// What is inside. Asking again is free.
    ///
    /// @throws UnreadableFile if the file is damaged or holds what is not read
    FileContents contents();

    /// An array of the file. Values that are packed, chunked or text are unpacked to a scratch file first.
    ///
    /// @param tensor its name as [FileContents] gives it; empty for the only array of a file
    /// @throws UnreadableFile if there is none of the name (the message names those there are), none is named
    ///                        and there are several, or its values cannot be read
    Tensor tensor(Optional<String> tensor);

    /// The table of the file.
    ///
    /// @throws UnreadableFile if it holds none
    Table table();
}
