package org.histogrid.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.histogrid.dataset.ImportContent.PreparedMatrix;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// Writes what was read of an import: a dataset of its own, or further hook points of one that is there. Called
/// within transactions. Nothing of it is seen before it is finished.
@Component
class DatasetWriter {

    private final Datasets datasets;
    private final HookPoints hookPoints;
    private final LabelingRows labelings;
    private final DataSource dataSource;
    private final Clock clock;

    DatasetWriter(
            Datasets datasets, HookPoints hookPoints, LabelingRows labelings, DataSource dataSource, Clock clock) {
        this.datasets = datasets;
        this.hookPoints = hookPoints;
        this.labelings = labelings;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    void remove(DatasetId dataset) {
        datasets.deleteById(dataset.value());
    }

    /// What an import had written of the hook points it adds.
    void removePending(ImportId job) {
        hookPoints.deleteByPending(job.value());
    }

    void describe(DatasetId id, ImportSpec spec, ImportContent content, String owner) {
        var now = clock.instant();
        var dataset = new Dataset(
                id,
                String.valueOf(spec.name()),
                String.valueOf(spec.model()),
                spec.description() == null ? "" : spec.description(),
                content.samples(),
                owner,
                now);
        dataset.hasColumns(content.sampleTable().columns());
        datasets.save(dataset);
        content.matrices().forEach(matrix -> hookPoints.save(new HookPointRow(id, matrix.point())));
        datasets.flush();
        copy(connection -> {
            try (var samples = new SampleWriter(connection, id)) {
                content.sampleTable().forEach(samples);
            }
        });
        content.labelings()
                .forEach(labeling -> labelings.saveAndFlush(new LabelingRow(
                        id, LabelingId.create(), labeling.name(), labeling.rule(), labeling.codes(), now)));
    }

    void announce(DatasetId id, ImportContent content, ImportId job) {
        content.matrices().forEach(matrix -> hookPoints.save(new HookPointRow(id, matrix.point()).pendingOn(job)));
        datasets.flush();
    }

    /// @return how many bytes were written
    long write(DatasetId dataset, PreparedMatrix matrix, int first, byte[][] payloads, MatrixProfile profile) {
        var point = matrix.point();
        var bytes = new long[1];
        copy(connection -> {
            try (var writer = new VectorWriter(connection, dataset, point.id(), point.dtype())) {
                for (var i = 0; i < payloads.length; i++) {
                    writer.write(matrix.neuron(first + i), payloads[i]);
                    profile.count(payloads[i]);
                    bytes[0] += payloads[i].length;
                }
            }
        });
        return bytes[0];
    }

    /// From now on the dataset, or what was added to it, is seen.
    void finish(DatasetId id, ImportContent content, List<HookPoint> points, List<StagedFile> files) {
        points.forEach(point -> hookPoints.save(new HookPointRow(id, point)));
        datasets.findById(id.value())
                .orElseThrow()
                .holds(content.bytes(), files.stream().map(StagedFile::toSource).toList());
    }

    private interface Copying {
        void accept(Connection connection) throws SQLException, IOException;
    }

    /// On the connection of the running transaction.
    private void copy(Copying copying) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            copying.accept(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("COPY failed", e);
        } catch (IOException e) {
            throw new UncheckedIOException("COPY failed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
