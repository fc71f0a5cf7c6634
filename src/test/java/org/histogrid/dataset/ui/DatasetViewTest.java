package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Sample;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DatasetViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private DatasetService datasets;

    private Viewer viewer;
    private DatasetDetails dataset;

    @BeforeEach
    void importADataset() {
        var member = people.member();
        viewer = Viewer.of(member);
        dataset = testDatasets.small(viewer, "Run " + UUID.randomUUID(), 90, 8);
        LoggedIn.as(member);
    }

    @AfterEach
    void logOut() {
        LoggedIn.nobody();
    }

    private void open() {
        navigate(DatasetView.class, Map.of(DatasetView.ID, dataset.id().toString()));
    }

    private String text() {
        return ((HasElement) getCurrentView()).getElement().getTextRecursively();
    }

    @Test
    void showsWhatWasImported() {
        open();
        assertThat(find(H1.class).single().getText()).isEqualTo(dataset.name());
        assertThat(text()).contains(dataset.id().toString(), "activations", "F32", "30 true answer, 60 false answer");
    }

    @Test
    @SuppressWarnings("unchecked")
    void samplesAreFetchedInTheirOrder() {
        open();
        Grid<Sample> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(90);
        assertThat(test(grid).getRow(70).id()).isEqualTo("q70");
    }

    @Test
    void labelingIsAddedFromAColumn() {
        open();
        test(find(Button.class).withText("Add labeling").single()).click();
        test(find(TextField.class).withLabel("Name").single()).setValue("second");
        test(find(Button.class).withText("Add").single()).click();

        assertThat(datasets.find(viewer, dataset.id()).labelings())
                .extracting("name")
                .containsExactlyInAnyOrder("correct", "second");
        assertThat(text()).contains("second");
    }

    @Test
    void deleteAsksFirst() {
        open();
        test(find(Button.class).withText("Delete").first()).click();
        var question = find(ConfirmDialog.class).single();
        assertThat(datasets.find(viewer, dataset.id()).name()).isEqualTo(dataset.name());

        test(question).confirm();
        assertThatThrownBy(() -> datasets.find(viewer, dataset.id())).isInstanceOf(NotFound.class);
        assertThat(getCurrentView()).isInstanceOf(DatasetListView.class);
    }

    @Test
    void colleagueSeesNoWayToChangeIt() {
        LoggedIn.as(people.member());
        open();
        assertThat(find(Button.class).withText("Delete").all()).isEmpty();
        assertThat(find(Button.class).withText("Add labeling").all()).isEmpty();
        assertThat(find(Button.class).withText("Edit").all()).isEmpty();
    }
}
