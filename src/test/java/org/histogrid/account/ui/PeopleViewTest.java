package org.histogrid.account.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PeopleViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @AfterEach
    void logOut() {
        LoggedIn.nobody();
    }

    private String text() {
        return ((HasElement) getCurrentView()).getElement().getTextRecursively();
    }

    @Test
    void administratorAddsAPerson() {
        LoggedIn.as(people.admin());
        navigate(PeopleView.class);
        var name = "p" + UUID.randomUUID();
        test(find(Button.class).withText("Add person").single()).click();
        test(find(TextField.class).single()).setValue(name);
        test(find(PasswordField.class).single()).setValue("short");
        test(find(Button.class).withText("Add").single()).click();
        assertThat(find(PasswordField.class).single().getErrorMessage()).contains("at least 8");

        test(find(PasswordField.class).single()).setValue("long enough");
        test(find(Button.class).withText("Add").single()).click();
        assertThat(text()).contains(name);
    }

    @Test
    void memberIsNotLetIn() {
        LoggedIn.as(people.member());
        assertThatThrownBy(() -> navigate(PeopleView.class)).isInstanceOf(IllegalArgumentException.class);
        assertThat(getCurrentView()).isNotInstanceOf(PeopleView.class);
    }
}
