package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files as people and attackers make them, through the whole import with no specification.
@IntegrationTest
class ImportedFixturesDbTest {

    private static final String FIXTURES = "/org/histogrid/tensor/";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ImportService imports;

    @Autowired
    private DatasetService datasets;

    static Stream<Arguments> matrices() throws IOException {
        var cases = new JsonMapper().readTree(read("expected.json")).get("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(one -> one.get("file").asString().startsWith("npy/"))
                .map(one -> Arguments.of(one.get("file").asString(), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    void isReadOrRefusedAsExpected(String file, JsonNode expected) throws IOException {
        var me = Viewer.of(people.member());
        var files = new ArrayList<File>(List.of(new File(simple(file), read(file))));
        var labels = expected.path("pair_labels_file").asString("labels/labels_60.npy");
        files.add(new File("labels.npy", read(labels)));
        var expect = expected.get("expect").asString();
        if (files.getFirst().bytes().length == 0) {
            assertThatThrownBy(() -> testDatasets.staged(me, files)).isInstanceOf(BadInput.class);
            return;
        }
        var id = testDatasets.staged(me, files);
        try {
            imports.commit(me, id, ImportSpec.EMPTY);
        } catch (BadInput e) {
            assertThat(expect).as(e.getMessage()).isNotEqualTo("accept");
            assertThat(e.getMessage()).endsWith(".");
            return;
        }
        assertThat(expect).isIn("accept", "accept_or_reject");
        var done = testDatasets.finished(me, id);
        assertThat(done.state()).isEqualTo(ImportStatus.State.SUCCEEDED);
        var dataset = datasets.find(me, done.dataset().orElseThrow());
        assertThat(dataset.samples()).isEqualTo(expected.get("shape").get(0).asInt());
        var classes = dataset.labelings().getFirst().classes();
        assertThat(classes.get(0).count())
                .isEqualTo(expected.get("labels").get("n_true").asInt());
        assertThat(classes.get(1).count())
                .isEqualTo(expected.get("labels").get("n_false").asInt());
    }

    private static String simple(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ImportedFixturesDbTest.class.getResourceAsStream(FIXTURES + file), () -> "No fixture " + file)) {
            return in.readAllBytes();
        }
    }
}
