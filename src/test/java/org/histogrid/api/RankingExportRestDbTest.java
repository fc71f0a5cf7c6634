package org.histogrid.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.screening.TestScreenings;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApplicationTest
class RankingExportRestDbTest {

    private static final String CSV = "text/csv";
    private static final String PARQUET = "application/vnd.apache.parquet";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets datasets;

    @Autowired
    private TestScreenings screenings;

    @Autowired
    private Access access;

    @Test
    void theFormThatIsAcceptedIsAnswered() {
        var member = people.member();
        var me = Viewer.of(member);
        var client = new Client(port, people.token(member));
        var dataset = datasets.small(me, "Exported", 60, 5);
        screenings.screened(me, dataset);
        var path = "/api/v1/datasets/%s/hook-points/all/ranking".formatted(dataset.id());

        assertThat(client.get(path).header("Content-Type")).startsWith("application/json");

        var csv = client.getAs(CSV, path + "?split=discovery&limit=2");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith(CSV);
        assertThat(csv.header("Content-Disposition")).contains("ranking.csv");
        var lines = new String(csv.raw().body(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst())
                .startsWith("rank,hookPoint,site,layer,token,neuron,")
                .contains(",auroc,", ",auroc.held-out,", ",auroc.all,");

        var parquet = client.getAs(PARQUET, path);
        assertThat(parquet.header("Content-Type")).isEqualTo(PARQUET);
        assertThat(parquet.header("Content-Disposition")).contains("ranking.parquet");
        assertThat(new String(parquet.raw().body(), StandardCharsets.ISO_8859_1))
                .startsWith("PAR1")
                .endsWith("PAR1");

        assertThat(client.getAs(PARQUET, path + "?by=nothing").status()).isEqualTo(422);
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var colleague = new Client(port, people.token(people.member()));
        assertThat(colleague.getAs(CSV, path).status()).isEqualTo(404);
        assertThat(colleague.getAs(PARQUET, path).status()).isEqualTo(404);
    }
}
