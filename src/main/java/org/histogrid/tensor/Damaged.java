package org.histogrid.tensor;

import java.io.IOException;

/// Packed data that cannot be unpacked. The message is the rest of the sentence that says so.
final class Damaged extends IOException {

    private static final long serialVersionUID = 1L;

    Damaged(String restOfSentence) {
        super(restOfSentence);
    }

    String restOfSentence() {
        return String.valueOf(getMessage());
    }
}
