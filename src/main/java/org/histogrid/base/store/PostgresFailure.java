package org.histogrid.base.store;

import java.io.IOException;

/// A program of PostgreSQL ended with an error; the message holds what it said.
class PostgresFailure extends IOException {

    PostgresFailure(String message) {
        super(message);
    }
}
