package org.histogrid.tensor;

import java.nio.file.Path;
import java.time.Duration;

/// Where readers put what they unpack or convert, and how much of it there may be.
///
/// Scratch files are made once, whole or not at all, and found again by the next one who opens the same file.
/// Whoever owns the folder removes them, with the files they were made of.
///
/// @param folder       a folder of its own for one import; made when it is needed
/// @param mostUnpacked how many bytes all scratch files of one source may take
/// @param patience     how long a child process may work on one file before it is killed
public record Workspace(Path folder, long mostUnpacked, Duration patience) {

    /// 64 GiB and ten minutes.
    public static Workspace in(Path folder) {
        return new Workspace(folder, 64L << 30, Duration.ofMinutes(10));
    }
}
