package org.histogrid.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.TestNpy;
import org.histogrid.screening.ScreeningService;
import org.histogrid.sharing.Viewer;

/// An imported dataset of 5,000 samples in single precision, half of either class: normal values, of which a sample
/// repeats its first 4,096.
record NormalDataset(DatasetDetails details, BenchApplication application) {

    static final int SAMPLES = 5_000;
    static final int LAYER = 4_096;

    /// Looking takes a processor from what is looked at
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private static final Duration LONGEST = Duration.ofHours(1);

    /// All that an import starts by itself is over then.
    static NormalDataset imported(BenchApplication application, int neurons) {
        var imports = application.bean(ImportService.class);
        var viewer = application.viewer();
        var id = imports.begin(viewer);
        imports.addFile(viewer, id, "acts.npy", new Acts(neurons));
        var labels = new int[SAMPLES];
        Arrays.fill(labels, 0, SAMPLES / 2, 1);
        imports.addFile(viewer, id, "labels.npy", new ByteArrayInputStream(TestNpy.i8(labels)));
        imports.commit(viewer, id, ImportSpec.EMPTY);
        var dataset = new NormalDataset(details(application, viewer, imports, id), application);
        dataset.awaitScores();
        dataset.awaitRest();
        return dataset;
    }

    private static DatasetDetails details(
            BenchApplication application, Viewer viewer, ImportService imports, ImportId id) {
        var status =
                look().until(() -> imports.find(viewer, id), now -> now.state().isOver());
        if (status.state() != ImportStatus.State.SUCCEEDED) {
            throw new IllegalStateException("The import ended as " + status);
        }
        return application
                .bean(DatasetService.class)
                .find(viewer, status.dataset().orElseThrow());
    }

    private static ConditionFactory look() {
        return Awaitility.await().atMost(LONGEST).pollDelay(Duration.ZERO).pollInterval(BETWEEN_LOOKS);
    }

    LabelingRef labeling() {
        return new LabelingRef(details.id(), details.labelings().getFirst().id());
    }

    HookPoint point() {
        return details.hookPoints().getFirst();
    }

    void awaitScores() {
        var screenings = application.bean(ScreeningService.class);
        look().until(() -> screenings.status(application.viewer(), labeling()).isDone(Optional.empty()));
    }

    /// Until no job is at work.
    void awaitRest() {
        var screenings = application.bean(ScreeningService.class);
        var jobs = application.bean(Scheduler.class);
        look().until(() -> !screenings.status(application.viewer(), labeling()).isNullGoingOn()
                && jobs.getCurrentlyExecuting().isEmpty());
    }

    /// A bare reading of all rows: how many bytes of values there are.
    long read() {
        var bytes = new long[1];
        application
                .bean(ActivationService.class)
                .scan(application.viewer(), details, point(), vector -> bytes[0] += vector.payload().length);
        return bytes[0];
    }

    void delete() {
        application.bean(DatasetService.class).delete(application.viewer(), details.id(), true);
    }

    /// The matrix, row after row as they are read.
    private static final class Acts extends InputStream {

        private final SplittableRandom random = new SplittableRandom(5);
        private final byte[] row;
        private byte[] now;
        private int at;
        private int rows;

        private Acts(int neurons) {
            row = new byte[neurons * Float.BYTES];
            var dict = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(SAMPLES, neurons);
            now = ByteBuffer.allocate(128)
                    .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0})
                    .put((dict + " ".repeat(117 - dict.length()) + "\n").getBytes(StandardCharsets.US_ASCII))
                    .array();
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (at == now.length && !nextRow()) {
                return -1;
            }
            var count = Math.min(most, now.length - at);
            System.arraycopy(now, at, into, from, count);
            at += count;
            return count;
        }

        private boolean nextRow() {
            if (rows == SAMPLES) {
                return false;
            }
            rows++;
            var values = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
            for (var neuron = 0; neuron < LAYER; neuron++) {
                values.putFloat((float) random.nextGaussian());
            }
            for (var at = LAYER * Float.BYTES; at < row.length; at += LAYER * Float.BYTES) {
                System.arraycopy(row, 0, row, at, LAYER * Float.BYTES);
            }
            now = row;
            at = 0;
            return true;
        }
    }
}
