package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.histogrid.project.ui.ProjectLook.Place;
import org.junit.jupiter.api.Test;

class ProjectLookTest {

    @Test
    void addressSaysTheWholeLook() {
        var look = ProjectLook.PLAIN
                .hiding(Set.of("false answer", "a: b & c"))
                .parting("rouge: at least", 0.35)
                .parting("bleurt", -1e-7)
                .compact(true);
        assertThat(ProjectLook.read(look.toQuery(), Optional.empty())).isEqualTo(look);
    }

    @Test
    void plainLookNeedsNoParameters() {
        assertThat(ProjectLook.PLAIN.toQuery()).isEmpty();
        assertThat(ProjectLook.PLAIN.parting("rouge", 1).asStored("rouge")).isEqualTo(ProjectLook.PLAIN);
    }

    @Test
    void whatDoesNotReadIsPassedOver() {
        var cut = Map.of(
                "threshold", List.of("rouge", "rouge:", ":1", "rouge:NaN", "bleurt:0.5"), "compact", List.<String>of());
        assertThat(ProjectLook.read(cut, Optional.empty())).isEqualTo(ProjectLook.PLAIN.parting("bleurt", 0.5));
    }

    @Test
    void placesAreCountedFromOneForPeople() {
        assertThat(new Place(0, 3)).hasToString("1.4");
        assertThat(Place.parse("1.4")).contains(new Place(0, 3));
        assertThat(Place.parse("1")).isEmpty();
        assertThat(Place.parse("1.x")).isEmpty();
        assertThat(Place.parse("1.2.3")).isEmpty();
    }
}
