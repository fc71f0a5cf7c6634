package org.histogrid.base;

/// The server is stopping: a job that ends by this stays as it is and is taken up again after the start.
public final class ServerStopping extends RuntimeException {

    public ServerStopping() {
        // Nothing went wrong: the log of a stop needs no trace
        super("The server is stopping", null, false, false);
    }
}
