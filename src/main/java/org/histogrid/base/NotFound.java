package org.histogrid.base;

/// What is not there, and what one may not see: the two are told apart for nobody.
public final class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what + " was not found.");
    }
}
