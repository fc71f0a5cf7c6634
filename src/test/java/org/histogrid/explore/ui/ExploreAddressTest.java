package org.histogrid.explore.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankFilter;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.OutlierType;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExploreAddressTest {

    private static final ScoreAt SPEARMAN = new ScoreAt(Split.HELD_OUT, ProfileColumn.of(Score.SPEARMAN));
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000002a");

    private static ExploreQuery read(String text) {
        return ExploreAddress.read(QueryParameters.fromString(text));
    }

    @Test
    void aPlainAddressShowsTheUsual() {
        assertThat(read("")).isEqualTo(ExploreQuery.PLAIN);
        assertThat(ExploreAddress.write(ExploreQuery.PLAIN).getQueryString()).isEmpty();
    }

    @Test
    void allThatIsChosenIsInTheAddress() {
        var query = ExploreQuery.PLAIN
                .labelled("abc")
                .at(Optional.of(3))
                .ofSide(2)
                .ranked(SPEARMAN, RankOrder.ASC)
                .limitedTo(List.of(
                        new RankFilter.Within(SPEARMAN, -0.5, Double.POSITIVE_INFINITY),
                        new RankFilter.Within(ExploreQuery.PLAIN.by(), Double.NEGATIVE_INFINITY, 0.25)))
                .bearing(Set.of(OutlierType.HEAVY_TAILED, OutlierType.BIMODAL))
                .showing(List.of(new ScoreAt(Split.ALL, ProfileColumn.Q)))
                .drawing(OverviewPlot.VOLCANO)
                .beside(List.of(
                        new OtherRanking(new DatasetId(ID), Optional.of(new LabelingId(ID)), Optional.of(7)),
                        new OtherRanking(new DatasetId(ID), Optional.empty(), Optional.empty())));
        var address = ExploreAddress.write(query).getQueryString();
        assertThat(read(address)).isEqualTo(query);
        assertThat(ExploreAddress.write(query).getParameters())
                .containsEntry("class", List.of("3"))
                .containsEntry("by", List.of("spearman@held-out"))
                .containsEntry("where", List.of("spearman@held-out:-0.5..", "auroc:..0.25"))
                .containsEntry("outliers", List.of("bimodal,heavy-tailed"))
                .containsEntry("columns", List.of("q@all"));
    }

    @Test
    void noFurtherColumnsAreNotTheUsualOnes() {
        var bare = ExploreQuery.PLAIN.showing(List.of());
        assertThat(read(ExploreAddress.write(bare).getQueryString())).isEqualTo(bare);
    }

    @Test
    void aRangeTakesThePlaceOfTheOneOfTheSameScore() {
        var by = ExploreQuery.PLAIN.by();
        var query = ExploreQuery.PLAIN
                .limitedTo(List.of(new RankFilter.Within(by, 0.5, 0.7)))
                .bearing(Set.of(OutlierType.DEAD))
                .limitedTo(List.of(new RankFilter.Within(by, 0.8, 1), new RankFilter.Within(SPEARMAN, 0, 1)));
        assertThat(query.filters())
                .containsExactlyInAnyOrder(
                        new RankFilter.Within(by, 0.8, 1),
                        new RankFilter.Within(SPEARMAN, 0, 1),
                        new RankFilter.Bears(Set.of(OutlierType.DEAD)));
        assertThat(query.without(new RankFilter.Within(SPEARMAN, 0, 1)).filters())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=beauty",
                "by=auroc@tomorrow",
                "order=up",
                "point=first",
                "class=two",
                "where=auroc",
                "where=auroc:low..high",
                "outliers=odd",
                "columns=auroc,beauty",
                "plot=pie",
                "with=here"
            })
    void whatDoesNotReadIsSaid(String address) {
        var parameter = address.substring(0, address.indexOf('='));
        assertThatThrownBy(() -> read(address))
                .isInstanceOfSatisfying(
                        BadInput.class, problem -> assertThat(problem.field()).contains(parameter));
    }

    @Test
    void onlySomeStandBeside() {
        var all = String.join(",", java.util.Collections.nCopies(ExploreQuery.MOST_OTHERS + 1, ID.toString()));
        assertThatThrownBy(() -> read("with=" + all)).isInstanceOf(BadInput.class);
    }
}
