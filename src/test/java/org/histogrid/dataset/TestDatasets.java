package org.histogrid.dataset;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Component;

/// Datasets for tests, made through the import that users take.
@Component
public class TestDatasets {

    private final ImportService imports;
    private final DatasetService datasets;

    TestDatasets(ImportService imports, DatasetService datasets) {
        this.imports = imports;
        this.datasets = datasets;
    }

    public record File(String name, byte[] bytes) {
        public static File text(String name, String text) {
            return new File(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A matrix of the given shape whose value is `sample + neuron / 16`, labelled 1 for the first third of the
    /// samples.
    public DatasetDetails small(Viewer viewer, String name, int samples, int neurons) {
        return imported(
                viewer,
                ImportSpec.named(name, "Model of " + name),
                List.of(
                        new File("acts.npy", TestNpy.f32(samples, neurons, (s, n) -> s + n / 16f)),
                        File.text("labels.csv", labels(samples))));
    }

    private static String labels(int samples) {
        var text = new StringBuilder("qid,question,correct\n");
        for (var i = 0; i < samples; i++) {
            text.append("q%d,Question %d,%d%n".formatted(i, i, i < samples / 3 ? 1 : 0));
        }
        return text.toString().replace("\r", "");
    }

    public DatasetDetails imported(Viewer viewer, ImportSpec spec, List<File> files) {
        var id = staged(viewer, files);
        imports.commit(viewer, id, spec);
        var done = finished(viewer, id);
        if (done.state() != ImportStatus.State.SUCCEEDED) {
            throw new AssertionError("Import ended as " + done.state() + ": " + done.problem());
        }
        return datasets.find(viewer, done.dataset().orElseThrow());
    }

    public ImportId staged(Viewer viewer, List<File> files) {
        var id = imports.begin(viewer);
        files.forEach(file -> imports.addFile(viewer, id, file.name(), new ByteArrayInputStream(file.bytes())));
        return id;
    }

    public ImportStatus finished(Viewer viewer, ImportId id) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> imports.find(viewer, id), status -> status.state().isOver());
    }
}
