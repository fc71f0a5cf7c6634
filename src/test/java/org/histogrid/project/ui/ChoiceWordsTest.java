package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.histogrid.project.NeuronChoice;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.junit.jupiter.api.Test;

class ChoiceWordsTest {

    private static NeuronChoice choice(Score score, Split split, RankOrder order, boolean picked) {
        return new NeuronChoice(
                new ScoreAt(split, ProfileColumn.of(score)),
                order,
                List.of(7, 3),
                picked,
                4096,
                Optional.empty(),
                List.of(),
                LocalDate.of(2026, 11, 22));
    }

    @Test
    void saysHowManyOfHowManyByWhatAndWhen() {
        var choice = choice(Score.AUROC, Split.DISCOVERY, RankOrder.ABS, false);
        assertThat(ChoiceWords.of(choice, List.of(7, 3)))
                .isEqualTo("Top 2 of 4\u202f096 tested by largest |AUROC − 0.5|, discovery half, 22 Nov 2026");
    }

    @Test
    void saysWhatChangedSince() {
        var choice = choice(Score.COHEN_D, Split.DISCOVERY, RankOrder.DESC, true);
        assertThat(ChoiceWords.of(choice, List.of(3, 8, 9)))
                .startsWith("2 picked of 4\u202f096 tested by highest Cohen's d")
                .endsWith("; now without 1 of them, with 2 others");
    }

    @Test
    void warnsWhereNothingIsLeftToCheckWith() {
        var choice = choice(Score.KS, Split.ALL, RankOrder.DESC, false);
        assertThat(ChoiceWords.of(choice, List.of(7, 3))).endsWith("; no samples were held out");
    }

    @Test
    void namesTheClassAndTheFilters() {
        var plain = choice(Score.AUROC, Split.HELD_OUT, RankOrder.ASC, false);
        var choice = new NeuronChoice(
                plain.by(),
                plain.order(),
                plain.neurons(),
                false,
                10,
                Optional.of("blue"),
                List.of("Bimodal"),
                plain.on());
        assertThat(ChoiceWords.of(choice, List.of(7, 3)))
                .isEqualTo(
                        "Top 2 of 10 tested by lowest AUROC, blue against the rest, held-out half, Bimodal, 22 Nov 2026");
    }
}
