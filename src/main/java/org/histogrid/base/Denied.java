package org.histogrid.base;

/// One may see the thing, but not do this to it.
public final class Denied extends RuntimeException {

    public Denied(String sentence) {
        super(sentence);
    }
}
