package org.histogrid.dataset;

/// A piece of a file, or the file it is for, cannot be taken as things are. The sender may ask how far the file has
/// come and go on from there, or begin again.
public final class UploadRefused extends RuntimeException {

    public enum Reason {
        /// The piece begins elsewhere than where the file ends so far, or another request sends the same file.
        OFFSET,
        /// The file lay too long and is gone.
        EXPIRED,
        /// The bytes are not those that were sent.
        CHECKSUM
    }

    private final Reason reason;

    UploadRefused(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
