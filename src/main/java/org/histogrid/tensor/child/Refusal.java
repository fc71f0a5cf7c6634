package org.histogrid.tensor.child;

/// Ends the work on a file with a sentence.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String tensor;
    private final String reason;
    private final long row;

    /// @param reason the rest of a sentence that begins with the file's name
    Refusal(String reason) {
        this("", reason, 0);
    }

    /// @param tensor what it is about, empty for the whole file
    /// @param row    counted from 1; 0 if it is about no row
    Refusal(String tensor, String reason, long row) {
        super(reason);
        this.tensor = tensor;
        this.reason = reason;
        this.row = row;
    }

    String reason() {
        return reason;
    }

    ChildAnswer answer() {
        return new ChildAnswer.Refused(tensor, reason, row, row == 0 ? "" : tensor);
    }
}
