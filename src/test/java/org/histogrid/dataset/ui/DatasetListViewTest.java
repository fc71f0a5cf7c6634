package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.dataset.DatasetItem;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DatasetListViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets datasets;

    private Viewer viewer;

    @BeforeEach
    void logIn() {
        var member = people.member();
        viewer = Viewer.of(member);
        LoggedIn.as(member);
    }

    @AfterEach
    void logOut() {
        LoggedIn.nobody();
    }

    @SuppressWarnings("unchecked")
    private Grid<DatasetItem> grid() {
        return find(Grid.class).single();
    }

    @Test
    void searchFiltersByName() {
        var name = "Run " + UUID.randomUUID();
        datasets.small(viewer, name, 30, 4);
        datasets.small(viewer, "Other " + UUID.randomUUID(), 30, 4);
        navigate(DatasetListView.class);
        assertThat(test(grid()).size()).isGreaterThanOrEqualTo(2);

        test(find(TextField.class).single()).setValue(name);

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(test(grid()).getRow(0).name()).isEqualTo(name);
        assertThat(find(EmptyState.class).all()).isEmpty();
    }

    @Test
    void classesAreToldInWordsBesideTheirBar() {
        var name = "Run " + UUID.randomUUID();
        datasets.small(viewer, name, 30, 4);
        navigate(DatasetListView.class);
        test(find(TextField.class).single()).setValue(name);

        assertThat(ClassBar.inWords(test(grid()).getRow(0).classes())).isEqualTo("10 true answer, 20 false answer");
    }

    @Test
    void importIsThePrimaryActionAndRowsLeadToTheDataset() {
        var name = "Run " + UUID.randomUUID();
        var dataset = datasets.small(viewer, name, 30, 4);
        navigate(DatasetListView.class);
        test(find(TextField.class).single()).setValue(name);
        test(grid()).clickRow(0);
        assertThat(getCurrentView()).isInstanceOf(DatasetView.class);
        assertThat(((DatasetView) getCurrentView()).getPageTitle()).startsWith(dataset.name());

        navigate(DatasetListView.class);
        test(find(Button.class).withText("Import").first()).click();
        assertThat(getCurrentView()).isInstanceOf(ImportView.class);
    }
}
