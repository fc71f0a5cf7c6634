package org.histogrid.base;

/// More than one upload may have.
public final class TooLarge extends RuntimeException {

    public TooLarge(String sentence) {
        super(sentence);
    }
}
