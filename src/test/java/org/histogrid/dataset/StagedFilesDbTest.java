package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class StagedFilesDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ImportService imports;

    @Autowired
    private DraftReader drafts;

    @Autowired
    private DatasetService datasets;

    private Viewer viewer;

    @BeforeEach
    void makeAPerson() {
        viewer = Viewer.of(people.member());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesThatArriveAtOnceAreAllKept() {
        var id = imports.begin(viewer);
        try (var threads = Executors.newFixedThreadPool(6)) {
            CompletableFuture.allOf(IntStream.range(0, 12)
                            .mapToObj(number -> CompletableFuture.runAsync(
                                    () -> imports.addFile(viewer, id, number + ".csv", bytes("a,b\n1,2\n")), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        assertThat(imports.find(viewer, id).files()).hasSize(12);
    }

    @Test
    void fileThatCannotBeReadHidesNoOther() {
        var id = testDatasets.staged(
                viewer, List.of(File.text("broken.npy", "no array"), File.text("table.csv", "a,b\n1,2\n")));
        var looks = drafts.look(viewer, id);
        assertThat(looks.getFirst().problem()).isPresent();
        assertThat(looks.getFirst().contents()).isEmpty();
        assertThat(looks.getLast().contents()).hasSize(1);
        var other = Viewer.of(people.member());
        assertThatThrownBy(() -> drafts.look(other, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void pageOfDatasetsMayBeginAnywhere() {
        var name = "Page " + UUID.randomUUID();
        IntStream.range(0, 3).forEach(number -> testDatasets.small(viewer, name + " " + number, 6, 2));
        var all = datasets.search(viewer, name, 0, 10).items();
        assertThat(datasets.search(viewer, name, 1, 2).items()).containsExactly(all.get(1), all.get(2));
    }
}
