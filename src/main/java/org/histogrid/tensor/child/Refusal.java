package org.histogrid.tensor.child;

/// Ends the work on a file with a sentence.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String tensor;
    private final String reason;
    private final long row;
    private final String column;

    private Refusal(String tensor, String reason, long row, String column) {
        super(reason);
        this.tensor = tensor;
        this.reason = reason;
        this.row = row;
        this.column = column;
    }

    /// @param reason the rest of a sentence that begins with the file's name
    Refusal(String reason) {
        this("", reason, 0, "");
    }

    /// @param reason the rest of a sentence that begins with the file's name and the array's
    static Refusal of(String tensor, String reason) {
        return new Refusal(tensor, reason, 0, "");
    }

    static Refusal of(ChildAnswer.Problem problem) {
        return new Refusal(problem.name(), problem.reason(), problem.row(), problem.row() == 0 ? "" : problem.name());
    }

    /// @param reason the rest of a sentence that begins with the file's name and names row and column
    /// @param row    counted from 1
    static Refusal inCell(String column, long row, String reason) {
        return new Refusal("", reason, row, column);
    }

    String reason() {
        return reason;
    }

    ChildAnswer answer() {
        return new ChildAnswer.Refused(tensor, reason, row, column);
    }
}
