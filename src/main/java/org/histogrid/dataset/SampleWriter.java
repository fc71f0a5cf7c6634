package org.histogrid.dataset;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.histogrid.base.Json;

/// Writes the sample table with COPY in binary form.
final class SampleWriter implements AutoCloseable, SampleTable.Consumer {

    private static final String COLUMNS = "sample (dataset_id, ordinal, external_id, text, attributes)";
    private static final int JSONB_VERSION = 1;

    private final BinaryCopy copy;
    private final DatasetId dataset;
    private final ByteArrayOutputStream row = new ByteArrayOutputStream();

    SampleWriter(Connection connection, DatasetId dataset) throws SQLException, IOException {
        this.copy = new BinaryCopy(connection, COLUMNS);
        this.dataset = dataset;
    }

    @Override
    public void accept(int ordinal, String id, String text, Map<String, String> attributes) {
        try {
            row.reset();
            var fields = new DataOutputStream(row);
            fields.writeShort(5);
            fields.writeInt(16);
            fields.writeLong(dataset.value().getMostSignificantBits());
            fields.writeLong(dataset.value().getLeastSignificantBits());
            fields.writeInt(4);
            fields.writeInt(ordinal);
            writeText(fields, id);
            writeText(fields, text);
            var json = Json.write(attributes).getBytes(StandardCharsets.UTF_8);
            fields.writeInt(json.length + 1);
            fields.writeByte(JSONB_VERSION);
            fields.write(json);
            copy.write(row.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeText(DataOutputStream fields, String text) throws IOException {
        if (text.isEmpty()) {
            fields.writeInt(-1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        fields.writeInt(bytes.length);
        fields.write(bytes);
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }
}
