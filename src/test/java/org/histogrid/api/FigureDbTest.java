package org.histogrid.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectId;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Figures by REST and beside share links.
@RunningApplicationTest
class FigureDbTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ProjectService projects;

    private Viewer owner;
    private Client client;
    private Client nobody;
    private ProjectId project;

    @BeforeEach
    void makeAProject() {
        var member = people.member();
        owner = Viewer.of(member);
        client = new Client(port, people.token(member));
        nobody = new Client(port, "");
        var dataset = testDatasets.small(owner, "Run of " + member.name(), 90, 20);
        var row = new ProjectRow(dataset.id(), dataset.labelings().getFirst().id(), 0, "A model", List.of(3, 7));
        project = projects.create(owner, ProjectContent.empty("Two = neurons").withRows(List.of(row)))
                .id();
    }

    private String path(String file) {
        return "/api/v1/projects/" + project + "/figure." + file;
    }

    private static String text(Client.Answer answer) {
        return new String(answer.raw().body(), StandardCharsets.UTF_8);
    }

    @Test
    void figureIsDrawnInEachFormat() {
        var svg = client.getBinary(path("svg"));
        assertThat(svg.status()).isEqualTo(200);
        assertThat(svg.header("content-type")).contains("image/svg+xml");
        assertThat(svg.header("content-disposition")).contains("two-neurons.svg");
        assertThat(text(svg)).contains("<svg", "3-th neuron act.", "A model");
        assertThat(text(client.getBinary(path("csv")))).contains("neuron", "true answer");
        assertThat(text(client.getBinary(path("json")))).startsWith("{");
        assertThat(text(client.getBinary(path("py")))).contains("matplotlib");
        assertThat(text(client.getBinary(path("txt")))).contains("Two = neurons", "Run of");
        assertThat(client.getBinary(path("pdf")).raw().body()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(client.getBinary(path("png")).raw().body()).startsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    }

    @Test
    void parametersChangeTheLookAndTheSettings() {
        var svg = text(client.getBinary(path("svg") + "?stat=density&scores=true&title=true&palette=grey"));
        assertThat(svg).contains("Density / A model", "AUROC", "Two = neurons");
        assertThat(text(client.getBinary(path("svg"))))
                .contains("# Samples / A model")
                .doesNotContain("AUROC");
    }

    @Test
    void whatCannotBeDrawnIsSaid() {
        var small = client.get(path("svg") + "?width=1");
        assertThat(small.status()).isEqualTo(422);
        assertThat(small.json().get("field").asString()).isEqualTo("width");
        assertThat(client.get(path("gif")).status()).isEqualTo(404);
        assertThat(client.get(path("svg") + "?stat=mean").json().get("detail").asString())
                .startsWith("stat is one of");
    }

    @Test
    void figureIsSeenByWhoSeesTheProjectOnly() {
        var stranger = new Client(port, people.token(people.member()));
        assertThat(stranger.get(path("svg")).status()).isEqualTo(404);
        assertThat(nobody.get(path("svg")).status()).isEqualTo(401);
    }

    @Test
    void shareLinkHasItsPictureUntilItIsRevoked() {
        var link = projects.createLink(owner, project, Optional.empty());
        var picture = "/" + link.path() + "/figure.png?dpi=72";
        assertThat(nobody.getBinary(picture).raw().body()).startsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G'});

        projects.revokeLink(owner, project, link.id());
        assertThat(nobody.get(picture).status()).isEqualTo(404);
        assertThat(nobody.get("/s/nothing/figure.png").status()).isEqualTo(404);
    }

    @Test
    void whoComesByALinkGetsNoPictureOfEndlesslyManyPixels() {
        var link = projects.createLink(owner, project, Optional.empty());
        var picture = "/" + link.path() + "/figure.";
        var fine = nobody.get(picture + "png?dpi=301");
        assertThat(fine.status()).isEqualTo(422);
        assertThat(fine.json().get("detail").asString())
                .isEqualTo("By a link, a PNG has at most 300 dpi: take fewer, or PDF or SVG.");
        assertThat(fine.json().get("field").asString()).isEqualTo("dpi");

        var large = nobody.get(picture + "png?dpi=300&width=50&height=50");
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.json().get("detail").asString()).contains("25 million pixels");

        assertThat(nobody.getBinary(picture + "png").status()).isEqualTo(200);
        assertThat(nobody.getBinary(picture + "pdf?dpi=1200").status()).isEqualTo(200);
        assertThat(client.getBinary(path("png") + "?dpi=301").status()).isEqualTo(200);
    }

    @Test
    void pageBehindALinkTellsProgramsItsPicture() {
        var link = projects.createLink(owner, project, Optional.empty());
        var page = text(nobody.getAs("text/html", "/" + link.path()));
        assertThat(page)
                .contains("property=\"og:title\" content=\"Two = neurons\"")
                .contains("property=\"og:description\" content=\"2 histograms of neurons: A model\"")
                .contains("property=\"og:image\" content=\"http://127.0.0.1:%d/%s/figure.png"
                        .formatted(port, link.path()))
                .contains("summary_large_image", "noindex");
        var picture = page.replaceFirst("(?s).*og:image\" content=\"http://127.0.0.1:\\d+([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(nobody.getBinary(picture).status()).isEqualTo(200);
    }
}
