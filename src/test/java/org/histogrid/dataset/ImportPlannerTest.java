package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.dataset.ImportSpec.Samples;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.NpyWriter;
import org.histogrid.tensor.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/// The layouts in which activations are found in public repositories, each recognised or asked about.
class ImportPlannerTest {

    @TempDir
    private Path folder;

    private final List<StagedFile> staged = new ArrayList<>();
    private Optional<ImportFiles> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(ImportFiles::close);
    }

    @Test
    void oneFileALayerIsOneHookPointALayer() throws IOException {
        npy("answer_last_1_token_layer_16.npy", 20, 1, 4);
        npy("answer_last_1_token_layer_32.npy", 20, 1, 4);
        labels(20);

        var spec = complete();

        assertThat(spec.matrices()).extracting(Matrix::layer).containsExactly(16, 32);
        assertThat(spec.matrices()).extracting(Matrix::token).containsOnly("last");
        assertThat(spec.matrices()).extracting(Matrix::axes).containsOnly(List.of("sample", "_", "neuron"));
    }

    @Test
    void batchesOfALayerAreConcatenated() throws IOException {
        for (var layer : List.of(3, 10)) {
            npy("layer_%d_0.npy".formatted(layer), 25, 4);
            npy("layer_%d_25.npy".formatted(layer), 25, 4);
            npy("layer_%d_50.npy".formatted(layer), 7, 4);
        }
        labels(57);

        var spec = complete();

        assertThat(spec.matrices()).extracting(Matrix::file).containsExactly("layer_3_*.npy", "layer_10_*.npy");
        assertThat(spec.matrices()).extracting(Matrix::layer).containsExactly(3, 10);
        assertThat(read(spec).samples()).isEqualTo(57);
    }

    @Test
    void oneFileASampleIsStackedAndItsIdStandsInItsName() throws IOException {
        for (var id : List.of("qb_17", "sfq_3", "tc_9", "tc_10")) {
            npy("act_%s.npy".formatted(id), 3, 5);
        }
        text("samples.csv", "qid,question,label\ntc_9,c,1\nqb_17,a,0\nsfq_3,b,1\nmissing,x,0\n");

        var proposal = propose(ImportSpec.EMPTY);

        // Four rows and four files: which axis of a file is which is asked, and likely
        assertThat(proposal.questions()).extracting(BadInput::field).contains(Optional.of("matrices[0].axes"));
        var suggested = proposal.suggested();
        assertThat(matrix(suggested).file()).isEqualTo("act_*.npy");
        assertThat(matrix(suggested).axes()).containsExactly("layer", "neuron");
        var answered = propose(withMatrices(matrix(suggested))).complete();
        var content = read(answered);
        assertThat(content.samples()).isEqualTo(4);
        assertThat(content.matrices()).extracting(one -> one.point().layer()).containsExactly(0, 1, 2);
        assertThat(content.sampleTable().ids().orElseThrow()).containsExactly("qb_17", "sfq_3", "tc_9", "tc_10");
        assertThat(content.sampleTable().column("question")).containsExactly("a", "b", "c", "");
        assertThat(content.report().warnings())
                .contains(
                        "1 of the rows of samples.csv belong to no sample and are left out: missing.",
                        "1 samples have no row in samples.csv: tc_10.");
        assertThat(content.labelings().getFirst().codes().classOf()).containsExactly(1, 0, 0, -1);
    }

    @Test
    void emptyNameOfATableSaysThatNoneListsTheSamples() throws IOException {
        npy("acts.npy", 4, 3);
        text("samples.csv", "qid,question,label\na,x,1\nb,y,0\nc,z,1\nd,w,0\n");
        assertThat(complete().samples()).isEqualTo(new Samples("samples.csv", "qid", "question", null));

        var without =
                propose(withSamples(new Samples("", "qid", "question", null))).complete();
        assertThat(without.samples()).isEqualTo(new Samples("", null, null, null));
        // And again: what was proposed means the same
        assertThat(propose(without).complete()).isEqualTo(without);
        var content = read(without);
        assertThat(content.sampleTable().columns())
                .extracting(SampleColumn::name)
                .containsExactly("label");
        assertThat(content.sampleTable().ids()).isEmpty();
        assertThat(content.labelings().getFirst().codes().classOf()).containsExactly(0, 1, 0, 1);
    }

    @Test
    void idsAreKeptWithoutATable() throws IOException {
        npy("acts.npy", 4, 3);
        text("ids.csv", "qid,label\na,1\nb,0\nc,1\nd,0\n");
        var ids = new ImportSpec.Ids("ids.csv", null, "qid", null);

        var spec = propose(withSamples(new Samples("", null, null, ids))).complete();

        assertThat(spec.samples()).isEqualTo(new Samples("", null, null, ids));
        assertThat(read(spec).sampleTable().ids().orElseThrow()).containsExactly("a", "b", "c", "d");
    }

    private static ImportSpec withSamples(Samples samples) {
        return new ImportSpec(null, null, null, null, null, samples, null);
    }

    @Test
    void threeAxesAreAskedAndTheLikelyOrderSuggested() throws IOException {
        npy("llama_layer_wise.npy", 30, 3, 16);
        labels(30);

        var proposal = propose(ImportSpec.EMPTY);

        assertThat(proposal.questions()).extracting(BadInput::field).containsExactly(Optional.of("matrices[0].axes"));
        assertThat(matrix(proposal.suggested()).axes()).containsExactly("sample", "layer", "neuron");
    }

    @Test
    void theAxisOfSamplesIsToldByTheLabels() throws IOException {
        npy("hidden_states.npy", 3, 30, 16);
        labels(30);

        assertThat(matrix(propose(ImportSpec.EMPTY).suggested()).axes()).containsExactly("layer", "sample", "neuron");
    }

    @Test
    void layersOnTheLastAxisAreSuggestedAsSuch() throws IOException {
        npy("negative_hidden_states.npy", 30, 16, 3);
        labels(30);

        var suggested = matrix(propose(ImportSpec.EMPTY).suggested());

        assertThat(suggested.axes()).containsExactly("sample", "neuron", "layer");
        assertThat(read(propose(withMatrices(suggested)).complete()).matrices()).hasSize(3);
    }

    @Test
    void neuronsBySamplesAreSuggestedTurned() throws IOException {
        npy("acts.npy", 8, 30);
        labels(30);

        var proposal = propose(ImportSpec.EMPTY);

        assertThat(matrix(proposal.spec()).axes()).containsExactly("sample", "neuron");
        assertThat(matrix(proposal.suggested()).axes()).containsExactly("neuron", "sample");
    }

    @Test
    void someLayersOfAnAxisCanBeChosen() throws IOException {
        npy("acts.npy", 10, 5, 8);
        labels(10);
        var likely = matrix(propose(ImportSpec.EMPTY).suggested());

        assertThat(layers(likely, List.of(1, 4))).containsExactly(1, 4);
        assertThat(layers(likely, List.of(-5, -4, -3, -2, -1))).containsExactly(-5, -4, -3, -2, -1);
        assertThat(layers(likely, null)).containsExactly(0, 1, 2, 3, 4);
    }

    private List<Integer> layers(Matrix likely, List<Integer> layers) throws IOException {
        var matrix = new Matrix(
                likely.file(), null, null, null, null, layers, "hidden_states", null, likely.axes(), null, null, null);
        var content = read(propose(withMatrices(matrix)).complete());
        return content.matrices().stream().map(one -> one.point().layer()).toList();
    }

    @Test
    void aTableWithAColumnANeuronIsAMatrix() throws IOException {
        text("acts.csv", "qid,neuron_2021,neuron_149,question,label\nq1,0.5,1e-3,a,1\nq2,-1,nan,b,0\nq3,7,0.1,c,1\n");

        var content = read(complete());

        assertThat(content.samples()).isEqualTo(3);
        assertThat(content.matrices()).hasSize(1);
        assertThat(content.matrices().getFirst().point().neurons()).containsExactly(2021, 149);
        assertThat(content.sampleTable().columns())
                .extracting(SampleColumn::name)
                .containsExactly("label");
        assertThat(content.sampleTable().ids().orElseThrow()).containsExactly("q1", "q2", "q3");
    }

    @Test
    void aScoreIsAskedForItsThreshold() throws IOException {
        npy("acts.npy", 20, 4);
        text(
                "samples.csv",
                "qid,label\n"
                        + IntStream.range(0, 20)
                                .mapToObj(i -> "q%d,%s\n".formatted(i, i / 19.0))
                                .collect(Collectors.joining()));

        var proposal = propose(ImportSpec.EMPTY);

        assertThat(proposal.questions())
                .extracting(BadInput::field)
                .containsExactly(Optional.of("labelings[0].threshold"));
        assertThat(proposal.suggested().labelings().getFirst().threshold()).isEqualTo(0.5);
    }

    @Test
    void severalMatricesThatNoNameTellsApartAreAsked() throws IOException {
        npy("first.npy", 20, 4);
        npy("second.npy", 20, 4);
        labels(20);

        var proposal = propose(ImportSpec.EMPTY);

        assertThat(proposal.questions()).extracting(BadInput::field).containsExactly(Optional.of("matrices"));
        assertThat(proposal.suggested().matrices()).extracting(Matrix::site).containsExactly("first", "second");
    }

    @Test
    void aColumnOfListsIsAMatrix() throws IOException {
        text("embeddings_cities7B_16.csv", """
                statement,label,embeddings
                Paris is in France,1,"[0.5, -1e-3, 2]"
                Rome is in Peru,0,"[1.5, 0.25, -0.0]"
                """);

        var content = read(complete());

        assertThat(content.matrices().getFirst().point().neuronCount()).isEqualTo(3);
        assertThat(content.matrices().getFirst().reader().value(0, 1)).isEqualTo(-1e-3);
        assertThat(content.sampleTable().columns())
                .extracting(SampleColumn::name)
                .containsExactly("label");
    }

    @Test
    void listsOfIdsLabelTheFilesOfTheirNames() throws IOException {
        for (var id : List.of("10", "2", "33", "4")) {
            npy("act_%s.npy".formatted(id), 6);
        }
        text("labels.json", "{\"t\": [4, 10], \"f\": [2, 33]}");

        var content = read(complete());

        assertThat(content.sampleTable().ids().orElseThrow()).containsExactly("2", "4", "10", "33");
        assertThat(content.labelings().getFirst().codes().classOf()).containsExactly(1, 0, 0, 1);
        assertThat(content.matrices().getFirst().point().neuronCount()).isEqualTo(6);
    }

    @Test
    void linesOfJsonHoldVectorsAndScores() throws IOException {
        text("run.jsonl", """
                {"id": "a", "hidden_16": [1, 2, 3], "rouge": 0.9, "label": true}
                {"id": "b", "hidden_16": [4, 5, 6], "rouge": 0.1, "label": false}
                """);

        var content = read(complete());

        var point = content.matrices().getFirst().point();
        assertThat(point.layer()).isEqualTo(16);
        assertThat(point.convention()).isEqualTo(LayerConvention.HIDDEN_STATES);
        assertThat(content.sampleTable().columns())
                .extracting(SampleColumn::name)
                .containsExactly("rouge", "label");
    }

    @Test
    void quantisedBytesAreReadWithTheirScales() throws IOException {
        NpyWriter.write(folder.resolve("file-0"), Dtype.U8, false, false, 1, new long[] {2, 2}, 0, 255, 10, 1);
        stage("acts.npy");
        NpyWriter.write(folder.resolve("file-1"), Dtype.F32, false, false, 1, new long[] {2}, 0.5, 0.25);
        stage("scale.npy");
        text("labels.csv", "label\n1\n0\n");
        var scale = JsonNodeFactory.instance.stringNode("scale.npy");
        var offset = JsonNodeFactory.instance.numberNode(-1.0);
        var matrix = new Matrix(
                "acts.npy",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new ImportSpec.Quantised(scale, offset));

        var spec = new ImportSpec(
                null, null, null, null, List.of(matrix), null, List.of(ImportSpec.Labels.in("labels.csv", null, null)));
        var content = read(propose(spec).complete());

        assertThat(content.matrices().getFirst().reader().value(0, 1)).isEqualTo(255 * 0.25 - 1);
        assertThat(content.matrices().getFirst().reader().value(1, 0)).isEqualTo(4);
    }

    @Test
    void whatCannotBeReadInAnArchiveIsPassedOverAndSaid() throws IOException {
        npy("acts.npy", 4, 3);
        var acts = Files.readAllBytes(folder.resolve("file-0"));
        staged.clear();
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("file-0")))) {
            for (var member : Map.of(
                            "run/layer_3.npy", acts,
                            "run/README.md", "How it was made".getBytes(StandardCharsets.UTF_8),
                            "run/labels.csv", "label\n1\n0\n1\n0\n".getBytes(StandardCharsets.UTF_8))
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        stage("acts.zip");

        var spec = complete();

        assertThat(matrix(spec).file()).isEqualTo("acts.zip/run/layer_3.npy");
        assertThat(matrix(spec).layer()).isEqualTo(3);
        assertThat(spec.name()).isEqualTo("acts");
        assertThat(read(spec).report().warnings())
                .singleElement()
                .asString()
                .startsWith("Passed over: acts.zip/run/README.md is of a kind");
    }

    private Matrix matrix(ImportSpec spec) {
        return Optional.ofNullable(spec.matrices()).orElseThrow().getFirst();
    }

    private static ImportSpec withMatrices(Matrix... matrices) {
        return new ImportSpec(null, null, null, null, List.of(matrices), null, null);
    }

    private ImportSpec complete() throws IOException {
        return propose(ImportSpec.EMPTY).complete();
    }

    private ImportProposal propose(ImportSpec spec) throws IOException {
        return new ImportPlanner(files()).propose(spec);
    }

    private ImportContent read(ImportSpec spec) throws IOException {
        return ImportContent.read(files(), spec, Optional.empty());
    }

    private ImportFiles files() {
        if (opened.isEmpty()) {
            opened = Optional.of(new ImportFiles(
                    staged, file -> folder.resolve(file.stored()), Workspace.in(folder.resolve("unpacked"))));
        }
        return opened.get();
    }

    private void npy(String name, long... shape) throws IOException {
        var count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        var values = new double[count];
        Arrays.setAll(values, i -> i);
        NpyWriter.write(folder.resolve("file-" + staged.size()), Dtype.F32, false, false, 1, shape, values);
        stage(name);
    }

    private void labels(int samples) throws IOException {
        text(
                "labels.csv",
                "label\n"
                        + IntStream.range(0, samples)
                                .mapToObj(i -> i % 2 + "\n")
                                .collect(Collectors.joining()));
    }

    private void text(String name, String content) throws IOException {
        Files.writeString(folder.resolve("file-" + staged.size()), content);
        stage(name);
    }

    private void stage(String name) {
        staged.add(new StagedFile(name, "file-" + staged.size(), 1, ""));
    }
}
