package org.histogrid.base.store;

/// The database cannot be started as the settings ask; the message says to a person what to do.
class StoreUnavailableException extends RuntimeException {

    StoreUnavailableException(String message) {
        super(message);
    }

    StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
