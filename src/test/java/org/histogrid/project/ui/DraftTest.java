package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.histogrid.account.AccountId;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectId;
import org.histogrid.sharing.Sharing;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final ProjectContent FIRST = ProjectContent.empty("first");
    private static final ProjectContent SECOND = FIRST.named("second", "");
    private static final ProjectContent THIRD =
            SECOND.withSettings(SECOND.settings().withStat(Statistic.DENSITY));

    private static ProjectDetails stored(int version, ProjectContent content) {
        return new ProjectDetails(
                new ProjectId(new UUID(0, 1)),
                version,
                content,
                new Sharing(new AccountId(new UUID(0, 2)), Visibility.PRIVATE, true, true),
                Instant.EPOCH,
                Instant.EPOCH,
                "somebody");
    }

    private static final Draft DRAFT = Draft.of(stored(1, FIRST)).edited(SECOND).edited(THIRD);

    @Test
    void undoesAndDoesAgainNamesAndSettings() {
        var undone = DRAFT.undone();
        assertThat(undone.content()).isEqualTo(SECOND);
        assertThat(undone.redone()).isEqualTo(DRAFT);
        assertThat(undone.undone().redone()).isEqualTo(undone);
        assertThat(undone.undone().isDirty()).isFalse();
        assertThat(undone.undone().redone().redone().content()).isEqualTo(THIRD);
    }

    @Test
    void thereIsNothingToUndoAtTheStartNorToDoAgainAtTheEnd() {
        assertThat(DRAFT.redone()).isEqualTo(DRAFT);
        assertThat(DRAFT.canRedo()).isFalse();
        var first = DRAFT.undone().undone();
        assertThat(first.canUndo()).isFalse();
        assertThat(first.undone()).isEqualTo(first);
    }

    @Test
    void newEditForgetsWhatWasUndone() {
        var other = DRAFT.undone().edited(FIRST.named("other", ""));
        assertThat(other.canRedo()).isFalse();
        assertThat(other.undone().content()).isEqualTo(SECOND);
        assertThat(DRAFT.undone().edited(SECOND).canRedo())
                .as("what changes nothing is no edit")
                .isTrue();
    }

    @Test
    void stepsOutliveSaving() {
        var saved = DRAFT.savedAs(stored(2, THIRD));
        assertThat(saved.isDirty()).isFalse();
        assertThat(saved.undone().content()).isEqualTo(SECOND);
        assertThat(saved.undone().isDirty()).isTrue();
        assertThat(saved.undone().saved().version()).isEqualTo(2);
    }

    @Test
    void remembersAHundredSteps() {
        var draft = Draft.of(stored(1, FIRST));
        for (var i = 0; i < 150; i++) {
            draft = draft.edited(FIRST.named("name " + i, ""));
        }
        assertThat(draft.before()).hasSize(100);
        assertThat(draft.before().getFirst().name()).isEqualTo("name 49");
    }

    @Test
    void newerFactsChangeNoStep() {
        var facts = stored(7, THIRD);
        var about = DRAFT.undone().about(facts);
        assertThat(about.saved().version()).isEqualTo(1);
        assertThat(List.of(about.content(), about.redone().content())).containsExactly(SECOND, THIRD);
    }
}
