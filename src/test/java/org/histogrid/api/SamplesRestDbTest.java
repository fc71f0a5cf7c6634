package org.histogrid.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.StreamSupport;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningApplicationTest
class SamplesRestDbTest {

    private static final float[] VALUES = {3, 1, Float.NaN, 2, Float.NEGATIVE_INFINITY, 1};

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets datasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private Access access;

    private Member me;
    private Client client;
    private DatasetDetails dataset;
    private String path;
    private String ofNeuron;

    @BeforeEach
    void imported() {
        me = people.member();
        client = new Client(port, people.token(me));
        dataset = datasets.imported(
                Viewer.of(me),
                ImportSpec.EMPTY,
                List.of(
                        new File("acts.npy", TestNpy.f32(6, 2, (s, n) -> n == 0 ? VALUES[s] : s)),
                        File.text("samples.csv", """
                                qid,question,label,score
                                a,What?,1,.9
                                b,=1+1,0,.8
                                c,Who?,1,.3
                                d,"Why, then?",1,.2
                                e,When?,0,.1
                                f,Where?,0,.4
                                """)));
        path = "/api/v1/datasets/%s/samples".formatted(dataset.id());
        ofNeuron = path + "?hookPoint=0&neuron=0";
    }

    private static String items(JsonNode page, String field) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get(field).asString())
                .toList()
                .toString();
    }

    private String ids(String address) {
        var answer = client.get(address);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return items(answer.json(), "id");
    }

    @Test
    void samplesOfARangeComeWithCountsByClass() {
        var answer = client.get(ofNeuron + "&from=1&to=3&sort=-value&limit=2").json();
        assertThat(answer.get("items").toString())
                .isEqualTo(
                        "[{\"ordinal\":3,\"id\":\"d\",\"text\":\"Why, then?\","
                                + "\"attributes\":{\"label\":\"1\",\"score\":\".2\"},\"value\":2.0,\"class\":\"true answer\"},"
                                + "{\"ordinal\":1,\"id\":\"b\",\"text\":\"=1+1\","
                                + "\"attributes\":{\"label\":\"0\",\"score\":\".8\"},\"value\":1.0,\"class\":\"false answer\"}]");
        assertThat(answer.get("total").asInt()).isEqualTo(3);
        assertThat(answer.get("offset").asInt()).isZero();
        assertThat(answer.get("classes").toString())
                .isEqualTo("[{\"name\":\"true answer\",\"count\":1,\"colour\":1},"
                        + "{\"name\":\"false answer\",\"count\":2,\"colour\":2}]");
        assertThat(answer.get("withoutClass").asInt()).isZero();
    }

    @Test
    void everyParameterNarrowsOrSorts() {
        assertThat(ids(ofNeuron + "&from=2")).isEqualTo("[a, d]");
        assertThat(ids(ofNeuron + "&to=3&sort=value")).isEqualTo("[b, f, d]");
        assertThat(ids(ofNeuron + "&from=1&to=3&closed=true&sort=-value&offset=1"))
                .isEqualTo("[d, b, f]");
        assertThat(ids(ofNeuron + "&special=nan")).isEqualTo("[c]");
        assertThat(ids(ofNeuron + "&special=negInf")).isEqualTo("[e]");
        assertThat(ids(ofNeuron + "&special=posInf")).isEqualTo("[]");
        assertThat(ids(ofNeuron + "&class=" + URLEncoder.encode("false answer", UTF_8)))
                .isEqualTo("[b, e, f]");
        assertThat(ids(ofNeuron + "&q=WHE")).isEqualTo("[e, f]");
        assertThat(ids(ofNeuron + "&sort=attributes.score")).isEqualTo("[e, d, c, f, b, a]");
        assertThat(ids(path)).isEqualTo("[a, b, c, d, e, f]");
        assertThat(ids(path + "?class=true%20answer&class=false%20answer&sort=-text&limit=2"))
                .isEqualTo("[d, c]");
        assertThat(client.get(path).json().get("items").get(0).get("value").isNull())
                .isTrue();
        assertThat(client.get(ofNeuron + "&special=nan")
                        .json()
                        .get("items")
                        .get(0)
                        .get("value")
                        .isNull())
                .isTrue();
    }

    @Test
    void thresholdPartsTheClassesAnew() {
        var byScore = labelings.add(
                Viewer.of(me), dataset.id(), "by score", new LabelingRule("score", null, 0.5, "high", "low"));
        assertThat(ids(ofNeuron + "&class=high&labeling=" + byScore.id())).isEqualTo("[a, b]");
        assertThat(ids(ofNeuron + "&class=high&threshold=0.3&labeling=" + byScore.id()))
                .isEqualTo("[a, b, c, f]");
        var unclear = client.get(ofNeuron);
        assertThat(unclear.status()).isEqualTo(422);
        assertThat(unclear.json().get("field").asString()).isEqualTo("labeling");
    }

    @Test
    void wholeSelectionLeavesAsCsv() {
        var answer = client.getAs("text/csv", ofNeuron + "&from=1&to=3&closed=true&sort=value&limit=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains("samples.csv");
        assertThat(new String(answer.raw().body(), UTF_8)).isEqualTo("""
                ordinal,id,text,value,class,label,score
                1,b,'=1+1,1.0,false answer,0,.8
                5,f,Where?,1.0,false answer,0,.4
                3,d,"Why, then?",2.0,true answer,1,.2
                0,a,What?,3.0,true answer,1,.9
                """.replace("\n", "\r\n"));
    }

    @Test
    void badQueriesAreAnsweredWithASentenceInJson() {
        for (var query : List.of(
                "from=x",
                "to=1&from=2",
                "from=NaN",
                "closed=maybe",
                "special=all",
                "special=nan&from=1",
                "sort=colour",
                "sort=attributes.nothing",
                "class=neither",
                "limit=0",
                "limit=many",
                "offset=-1",
                "threshold=0.5")) {
            for (var type : List.of("application/json", "text/csv")) {
                var answer = client.getAs(type, ofNeuron + "&" + query);
                assertThat(answer.status()).as(query).isEqualTo(422);
                assertThat(answer.json().get("detail").asString()).as(query).endsWith(".");
                assertThat(answer.json().get("field").asString()).as(query).isNotEmpty();
            }
        }
        for (var query : List.of("hookPoint=0", "neuron=0", "from=1", "sort=value")) {
            assertThat(client.get(path + "?" + query).status()).as(query).isEqualTo(422);
        }
    }

    @Test
    void whatMayNotBeSeenIsNotFound() {
        assertThat(client.get(path + "?hookPoint=0&neuron=2").status()).isEqualTo(404);
        assertThat(client.get(path + "?hookPoint=7&neuron=0").status()).isEqualTo(404);
        assertThat(client.get(path + "?labeling=nothing").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/datasets/nothing/samples").status()).isEqualTo(404);
        assertThat(new Client(port, "").get(path).status()).isEqualTo(401);
        access.changeVisibility(Viewer.of(me), dataset.id().asThing(), Visibility.PRIVATE);
        var colleague = new Client(port, people.token(people.member()));
        assertThat(colleague.get(ofNeuron).status()).isEqualTo(404);
        assertThat(colleague.getAs("text/csv", path).status()).isEqualTo(404);
    }

    @Test
    void openApiTellsTheParameters() {
        var operation = client.get("/api/v1/openapi.json")
                .json()
                .get("paths")
                .get("/api/v1/datasets/{dataset}/samples")
                .get("get");
        assertThat(StreamSupport.stream(operation.get("parameters").spliterator(), false)
                        .map(parameter -> parameter.get("name").asString()))
                .contains("dataset", "labeling", "class", "hookPoint", "neuron", "from", "to", "sort", "limit")
                .doesNotContain("query", "response");
        assertThat(operation.get("responses").get("200").get("content").propertyNames())
                .contains("application/json");
    }
}
