package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.Json;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SourcesDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ImportService imports;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private Access access;

    private Viewer me;

    @BeforeEach
    void logIn() {
        me = Viewer.of(people.member());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static File labels() {
        return File.text("labels.csv", "qid,correct\na,1\nb,0\nc,1\n%s,0\n".formatted(UUID.randomUUID()));
    }

    private static File acts() {
        return new File("acts.npy", TestNpy.f32(4, 2, (s, n) -> s + n));
    }

    @Test
    void datasetKnowsTheFilesItWasMadeOf() throws Exception {
        var acts = acts();
        var labels = labels();
        var dataset = testDatasets.imported(me, ImportSpec.EMPTY, List.of(acts, labels));
        assertThat(dataset.sources())
                .containsExactly(
                        new DatasetSource("acts.npy", acts.bytes().length, sha256(acts.bytes())),
                        new DatasetSource("labels.csv", labels.bytes().length, sha256(labels.bytes())));
    }

    @Test
    void fileThatWasMovedInHasTheSameHash() throws Exception {
        var bytes = "a,b\n1,2\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        var id = imports.begin(me);
        imports.addFile(me, id, "moved.csv", path -> Files.write(path, bytes));
        assertThat(imports.find(me, id).files())
                .singleElement()
                .isEqualTo(new StagedFile("moved.csv", "file-0", bytes.length, sha256(bytes)));
    }

    @Test
    void rowWrittenBeforeThereWereHashesStillReads() {
        var old = Json.read("{\"name\": \"a.npy\", \"stored\": \"file-0\", \"bytes\": 3}", StagedFile.class);
        assertThat(old).isEqualTo(new StagedFile("a.npy", "file-0", 3, ""));
        assertThat(Json.read("{\"name\": \"a.npy\", \"bytes\": 3}", DatasetSource.class)
                        .sha256())
                .isEmpty();
    }

    @Test
    void datasetsOfTheSameFileAreFoundWhereTheyMayBeSeen() throws Exception {
        var labels = labels();
        var hash = sha256(labels.bytes());
        var first = testDatasets.imported(me, ImportSpec.EMPTY, List.of(acts(), labels));
        var second = testDatasets.imported(me, ImportSpec.EMPTY, List.of(acts(), labels));
        testDatasets.imported(me, ImportSpec.EMPTY, List.of(acts(), labels()));

        var colleague = Viewer.of(people.member());
        assertThat(datasets.duplicatesOf(colleague, Set.of(hash, "0".repeat(64))))
                .extracting(SameFiles::dataset)
                .containsExactly(second.id(), first.id());
        assertThat(datasets.duplicatesOf(me, Set.of(hash)).getFirst().files())
                .extracting(DatasetSource::name)
                .containsExactly("labels.csv");
        assertThat(datasets.duplicatesOf(me, Set.of(""))).isEmpty();
        assertThat(datasets.duplicatesOf(me, Set.of("0".repeat(64)))).isEmpty();

        access.changeVisibility(me, second.id().asThing(), Visibility.PRIVATE);
        assertThat(datasets.duplicatesOf(colleague, Set.of(hash)))
                .extracting(SameFiles::dataset)
                .containsExactly(first.id());
        var reader = new Viewer.Reader(Set.of());
        assertThat(datasets.duplicatesOf(reader, Set.of(hash))).isEmpty();
    }
}
