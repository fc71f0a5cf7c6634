package org.histogrid.dataset;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// One COPY in PostgreSQL's binary form: signature, rows as the caller writes them, trailer.
final class BinaryCopy implements AutoCloseable {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};
    private static final int BUFFER = 1 << 16;

    private final PGCopyOutputStream out;

    BinaryCopy(Connection connection, String columns) throws SQLException, IOException {
        out = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "copy %s from stdin (format binary)".formatted(columns), BUFFER);
        out.write(HEADER);
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        out.write(TRAILER);
        out.close();
    }
}
