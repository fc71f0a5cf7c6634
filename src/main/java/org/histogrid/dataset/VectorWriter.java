package org.histogrid.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.CRC32C;

/// Writes activation vectors with COPY in binary form: the rows reach the server as they will lie there.
/// One writer is one COPY; rows are there once it is closed and the transaction committed.
final class VectorWriter implements AutoCloseable {

    private static final String COLUMNS = "activation_vector (dataset_id, hook_point, neuron, dtype, crc32c, payload)";
    private static final short FIELDS = 6;

    private final BinaryCopy copy;
    private final DatasetId dataset;
    private final int hookPoint;
    private final byte[] dtype;
    private final CRC32C crc = new CRC32C();

    VectorWriter(Connection connection, DatasetId dataset, int hookPoint, String dtype)
            throws SQLException, IOException {
        this.copy = new BinaryCopy(connection, COLUMNS);
        this.dataset = dataset;
        this.hookPoint = hookPoint;
        this.dtype = dtype.getBytes(StandardCharsets.US_ASCII);
    }

    void write(int neuron, byte[] payload) throws IOException {
        crc.reset();
        crc.update(payload);
        var head = ByteBuffer.allocate(2 + 20 + 8 + 8 + 4 + dtype.length + 8 + 4)
                .putShort(FIELDS)
                .putInt(16)
                .putLong(dataset.value().getMostSignificantBits())
                .putLong(dataset.value().getLeastSignificantBits())
                .putInt(4)
                .putInt(hookPoint)
                .putInt(4)
                .putInt(neuron)
                .putInt(dtype.length)
                .put(dtype)
                .putInt(4)
                .putInt((int) crc.getValue())
                .putInt(payload.length);
        copy.write(head.array());
        copy.write(payload);
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }
}
