package org.histogrid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningApplicationTest
class RestDbTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private Member me;
    private Client client;
    private Client colleague;
    private Client nobody;

    @BeforeEach
    void logIn() {
        me = people.member();
        client = new Client(port, people.token(me));
        colleague = new Client(port, people.token(people.member()));
        nobody = new Client(port, "");
    }

    private static final File ACTS = new File("acts.npy", TestNpy.f32(6, 3, (s, n) -> s * 10 + n));
    private static final File LABELS = new File("labels.npy", TestNpy.i8(1, 1, 1, 1, 0, 0));

    private JsonNode imported(Client by, String spec, List<File> files) {
        var started = by.upload("/api/v1/imports", spec, files);
        assertThat(started.status()).as(started.json().toString()).isEqualTo(202);
        assertThat(started.header("Location")).endsWith(started.json().get("id").asString());
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> by.get("/api/v1/imports/"
                                        + started.json().get("id").asString())
                                .json(),
                        json -> !List.of("QUEUED", "RUNNING")
                                .contains(json.get("state").asString()));
    }

    private String dataset() {
        return imported(client, "{\"name\": \"Six samples\", \"model\": \"M\"}", List.of(ACTS, LABELS))
                .get("datasetId")
                .asString();
    }

    @Test
    void healthNeedsNoTokenAndEverythingElseDoes() {
        assertThat(nobody.get("/health").json().get("status").asString()).isEqualTo("UP");
        var refused = nobody.get("/api/v1/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("content-type")).contains("problem+json");
        assertThat(new Client(port, "hg_wrong").get("/api/v1/datasets").status())
                .isEqualTo(401);
        assertThat(client.get("/api/v1/me").json().toString())
                .isEqualTo("{\"name\":\"%s\",\"role\":\"MEMBER\"}".formatted(me.name()));
    }

    @Test
    void openApiNamesThePaths() {
        var paths = nobody.get("/api/v1/openapi.json").json().get("paths");
        assertThat(paths.propertyNames())
                .contains("/api/v1/imports", "/api/v1/datasets/{id}", "/api/v1/projects/{id}/grid");
    }

    @Test
    void inspectionTellsWhatIsInside() {
        var found = client.upload(
                "/api/v1/inspections",
                "",
                List.of(ACTS, File.text("samples.csv", "qid,label\na,1\nb,0\n"), File.text("x.npy", "no array")));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().get("tensors").get(0).get("shape").toString()).isEqualTo("[6,3]");
        assertThat(found.json().get("tensors").get(0).get("dtype").asString()).isEqualTo("F32");
        assertThat(found.json().get("columns").size()).isEqualTo(2);
        assertThat(found.json().get("problems").get(0).get("file").asString()).isEqualTo("x.npy");
    }

    @Test
    void filesWithNoSpecificationBecomeADatasetWithItsHistogram() {
        var id = dataset();
        var dataset = client.get("/api/v1/datasets/" + id).json();
        assertThat(dataset.get("samples").asInt()).isEqualTo(6);
        assertThat(dataset.get("state").asString()).isEqualTo("READY");
        assertThat(dataset.get("labelings").get(0).get("classes").toString())
                .isEqualTo(
                        "[{\"name\":\"true answer\",\"count\":4,\"colour\":1},{\"name\":\"false answer\",\"count\":2,\"colour\":2}]");
        var neurons = "/api/v1/datasets/%s/hook-points/%s/neurons/"
                .formatted(id, dataset.get("hookPoints").get(0).get("id").asString());

        assertThat(client.get(neurons + "2/values").json().toString())
                .isEqualTo("{\"values\":[2.0,12.0,22.0,32.0,42.0,52.0]}");
        var doubles = ByteBuffer.wrap(
                        client.getBinary(neurons + "2/values").raw().body())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        assertThat(doubles.get(5)).isEqualTo(52.0);

        var histogram = client.get(neurons + "0/histogram?edges=0,20,50").json();
        assertThat(histogram.get("edges").toString()).isEqualTo("[0.0,20.0,50.0]");
        assertThat(histogram.get("classes").get(0).get("values").toString()).isEqualTo("[2,2]");
        assertThat(histogram.get("classes").get(1).get("values").toString()).isEqualTo("[0,2]");
        assertThat(client.get(neurons + "0/histogram?bins=5&stat=density")
                        .json()
                        .get("classes")
                        .get(1)
                        .get("values")
                        .get(4)
                        .asDouble())
                .isEqualTo(0.1);
    }

    @Test
    void badQueriesAreAnsweredWithASentence() {
        var id = dataset();
        var neurons = "/api/v1/datasets/%s/hook-points/0/neurons/".formatted(id);
        for (var query : List.of(
                "bins=0",
                "bins=1000000000",
                "bins=NaN",
                "bins=abc",
                "edges=3,2,1",
                "width=-1",
                "range=1,1",
                "clip=2",
                "stat=none")) {
            var answer = client.get(neurons + "0/histogram?" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.json().get("detail").asString()).as(query).endsWith(".");
        }
        var missing = client.get(neurons + "3/histogram");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().get("detail").asString()).contains("0 to 2");
        assertThat(client.get("/api/v1/datasets/nothing").status()).isEqualTo(404);
    }

    @Test
    void ambiguousImportNamesTheFieldAndTheChoices() {
        var answer = client.upload(
                "/api/v1/imports", "", List.of(ACTS, new File("labels.npy", TestNpy.i8(1, 2, 3, 1, 2, 3))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("field").asString()).isEqualTo("labelings[0].values");
        assertThat(answer.json().get("choices").toString()).isEqualTo("[\"1\",\"2\",\"3\"]");
        assertThat(answer.json().get("file").asString()).isEqualTo("labels.npy");
    }

    @Test
    void labelsOfAnotherLengthAreRefused() {
        var answer = client.upload("/api/v1/imports", "", List.of(ACTS, new File("labels.npy", TestNpy.i8(1, 0, 1))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").asString()).contains("labels.npy", "3", "6");
    }

    @Test
    void aRowSaysHowItsNeuronsWereChosen() {
        var id = dataset();
        var labeling = client.get("/api/v1/datasets/" + id)
                .json()
                .get("labelings")
                .get(0)
                .get("id")
                .asString();
        var document = """
                {"name": "P", "rows": [{"dataset": "%s", "labeling": "%s", "hookPoint": "0", "label": "M",
                 "neurons": [2, 0], "chosen": {"by": "auroc", "split": "discovery", "order": "abs", "tested": 3,
                 "on": "2026-11-22", "neurons": [2]}}]}""".formatted(id, labeling);
        var created = client.post("/api/v1/projects", document);
        assertThat(created.status()).as(created.json().toString()).isEqualTo(201);
        var row = client.get("/api/v1/projects/" + created.json().get("id").asString())
                .json()
                .get("rows")
                .get(0);
        assertThat(row.get("chosen").get("k").asInt()).isEqualTo(1);
        assertThat(row.get("chosen").get("tested").asInt()).isEqualTo(3);
        var refused = client.post("/api/v1/projects", document.replace("\"abs\"", "\"up\""));
        assertThat(refused.json().get("field").asString()).isEqualTo("rows.chosen.order");
    }

    @Test
    void projectIsSavedByVersionAndShowsItsGrid() {
        var id = dataset();
        var dataset = client.get("/api/v1/datasets/" + id).json();
        var document =
                """
                {"name": "P", "rows": [{"dataset": "%s", "labeling": "%s", "hookPoint": "0", "label": "M",
                 "neurons": [2, 0]}], "settings": {"bins": 5, "shareY": "row"}}""".formatted(id, dataset.get("labelings").get(0).get("id").asString());
        var created = client.post("/api/v1/projects", document);
        assertThat(created.status()).as(created.json().toString()).isEqualTo(201);
        var path = "/api/v1/projects/" + created.json().get("id").asString();

        var grid = client.get(path + "/grid").json();
        var panels = grid.get("rows").get(0).get("panels");
        assertThat(StreamSupport.stream(panels.spliterator(), false)
                        .map(panel -> panel.get("neuron").asInt()))
                .containsExactly(2, 0);
        assertThat(panels.get(0).get("classes").get(0).get("values").toString()).isEqualTo("[1,1,1,1,0]");
        assertThat(grid.get("rows").get(0).get("provenance").get("dataset").asString())
                .isEqualTo("Six samples");

        var tag = client.get(path).header("ETag");
        assertThat(client.put(path, document).status()).isEqualTo(428);
        assertThat(client.put(path, document.replace("\"P\"", "\"Q\""), "If-Match", tag)
                        .status())
                .isEqualTo(200);
        var stale = client.put(path, document, "If-Match", tag);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("savedBy").asString()).isEqualTo(me.name());
        assertThat(colleague.get(path).status()).isEqualTo(404);
        assertThat(colleague.get(path + "/grid").status()).isEqualTo(404);

        var used = client.delete("/api/v1/datasets/" + id);
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.json().get("projects").toString()).isEqualTo("[\"Q\"]");
        assertThat(colleague.delete("/api/v1/datasets/" + id).status()).isEqualTo(403);
    }

    @Test
    void settingsAreKeptAndThoseThatContradictEachOtherRefused() {
        var mirror = client.post(
                "/api/v1/projects",
                "{\"name\": \"P\", \"settings\": {\"display\": \"mirror\", \"markers\": [\"threshold\", \"mean\"]}}");
        assertThat(mirror.status()).isEqualTo(201);
        assertThat(mirror.json().get("settings").get("display").asString()).isEqualTo("mirror");
        assertThat(mirror.json().get("settings").get("markers").toString()).isEqualTo("[\"mean\",\"threshold\"]");

        var answer = client.post(
                "/api/v1/projects", "{\"name\": \"P\", \"settings\": {\"display\": \"mirror\", \"logY\": true}}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("field").asString()).isEqualTo("logY");
    }

    @Test
    void linkIsShownOnceAndRevoked() {
        var project = client.post("/api/v1/projects", "{\"name\": \"Shared\"}");
        var path = "/api/v1/projects/" + project.json().get("id").asString();
        var link = client.post(path + "/links", "{}");
        assertThat(link.status()).isEqualTo(201);
        assertThat(link.json().get("url").asString()).matches("http://127.0.0.1:\\d+/s/[A-Za-z0-9_-]{43}");
        assertThat(client.get(path + "/links").json().toString()).doesNotContain("/s/");
        assertThat(client.post(path + "/links", "{\"password\": \"x\"}").status())
                .isEqualTo(422);
        assertThat(colleague.post(path + "/links", "{}").status()).isEqualTo(404);
        assertThat(client.delete(path + "/links/" + link.json().get("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(client.get(path + "/links").json().get("items").size()).isZero();
    }

    @Test
    void labelingIsMadeOfAColumn() {
        var id = imported(
                        client,
                        "",
                        List.of(
                                ACTS,
                                File.text(
                                        "samples.csv",
                                        "qid,label,score\na,1,.9\nb,1,.8\nc,0,.3\nd,0,.2\ne,1,.1\nf,0,\n")))
                .get("datasetId")
                .asString();
        var made = client.post(
                "/api/v1/datasets/%s/labelings".formatted(id),
                "{\"name\":\"by score\",\"column\":\"score\",\"threshold\":0.3,\"above\":\"high\",\"below\":\"low\"}");
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        assertThat(made.json().get("classes").toString())
                .isEqualTo(
                        "[{\"name\":\"high\",\"count\":3,\"colour\":1},{\"name\":\"low\",\"count\":2,\"colour\":2}]");
        assertThat(client.get("/api/v1/datasets/%s/hook-points/0/neurons/0/histogram".formatted(id))
                        .json()
                        .get("field")
                        .asString())
                .isEqualTo("labeling");
    }

    @Test
    void labelsFollowFromAFile() {
        var id = dataset();
        var path = "/api/v1/datasets/%s/labelings".formatted(id);
        var made =
                client.upload(path, "{\"name\": \"later\"}", List.of(new File("y.npy", TestNpy.i8(0, 0, 1, 1, 0, 1))));
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        assertThat(made.json().get("name").asString()).isEqualTo("later");
        assertThat(made.json().get("classes").get(0).get("count").asInt()).isEqualTo(3);
        var histogram = client.get("/api/v1/datasets/%s/hook-points/0/neurons/0/histogram?edges=0,20,50&labeling=%s"
                        .formatted(id, made.json().get("id").asString()))
                .json();
        assertThat(histogram.get("classes").get(0).get("values").toString()).isEqualTo("[0,3]");

        var refused = client.upload(path, "", List.of(new File("y.npy", TestNpy.i8(0, 0, 1))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("file").asString()).isEqualTo("y.npy");
        assertThat(refused.json().get("row").asInt()).isEqualTo(4);
        assertThat(refused.json().get("detail").asString()).contains("3 labels", "6 samples");
        assertThat(colleague.upload(path, "", List.of(LABELS)).status()).isEqualTo(403);
        assertThat(client.get("/api/v1/datasets/" + id).json().get("sources").size())
                .isEqualTo(3);
    }

    @Test
    void labelingIsRenamedRecolouredAndDeletedUnderItsOwnDatasetOnly() {
        var id = dataset();
        var other = dataset();
        var labeling = client.get("/api/v1/datasets/" + id)
                .json()
                .get("labelings")
                .get(0)
                .get("id")
                .asString();
        var path = "/api/v1/datasets/%s/labelings/%s".formatted(id, labeling);
        var foreign = "/api/v1/datasets/%s/labelings/%s".formatted(other, labeling);
        var change = "{\"name\": \"truth\", \"classes\": [{\"name\": \"right\", \"colour\": 5}, {}]}";
        assertThat(client.patch(foreign, change).status()).isEqualTo(404);
        assertThat(colleague.patch(path, change).status()).isEqualTo(403);
        var changed = client.patch(path, change);
        assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
        assertThat(changed.json().get("classes").toString())
                .isEqualTo("[{\"name\":\"right\",\"count\":4,\"colour\":5},"
                        + "{\"name\":\"false answer\",\"count\":2,\"colour\":2}]");
        assertThat(client.patch(path, "{\"classes\": [{}]}").status()).isEqualTo(422);

        assertThat(client.get("/api/v1/datasets/%s/hook-points/0/neurons/0/histogram?labeling=%s"
                                .formatted(other, labeling))
                        .status())
                .isEqualTo(404);
        var histogram = client.get(
                        "/api/v1/datasets/%s/hook-points/0/neurons/0/histogram?labeling=%s".formatted(id, labeling))
                .json();
        assertThat(histogram.get("classes").get(0).get("name").asString()).isEqualTo("right");
        assertThat(histogram.get("classes").get(0).get("colour").asInt()).isEqualTo(5);

        var rowOf = """
                {"name": "P", "rows": [{"dataset": "%s", "labeling": "%s", "hookPoint": "0", "label": "M",
                 "neurons": [0]}]}""";
        assertThat(client.post("/api/v1/projects", rowOf.formatted(other, labeling))
                        .status())
                .isIn(404, 422);
        var project = client.post("/api/v1/projects", rowOf.formatted(id, labeling));
        assertThat(project.status()).as(project.json().toString()).isEqualTo(201);
        assertThat(client.delete(foreign + "?force=true").status()).isEqualTo(404);
        assertThat(colleague.delete(path + "?force=true").status()).isEqualTo(403);
        var used = client.delete(path);
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.json().get("projects").toString()).isEqualTo("[\"P\"]");
        assertThat(client.delete(path + "?force=true").status()).isEqualTo(204);
        assertThat(client.delete(path).status()).isEqualTo(404);
    }

    @Test
    void importTellsItsLogAndItsTimes() {
        var done = imported(client, "{\"name\": \"Logged\"}", List.of(ACTS, LABELS));
        assertThat(done.get("startedAt").asString()).endsWith("Z");
        assertThat(done.get("finishedAt").asString()).endsWith("Z");
        var log = done.get("log");
        assertThat(log.get(0).get("line").asString())
                .isEqualTo("Queued by %s: acts.npy, labels.npy.".formatted(me.name()));
        assertThat(log.get(log.size() - 1).get("line").asString()).startsWith("Done");
        assertThat(log.get(0).get("at").asString()).endsWith("Z");
    }
}
