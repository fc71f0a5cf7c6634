package org.histogrid.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.account.TokenService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AccountViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TokenService tokens;

    private Member member;

    @BeforeEach
    void open() {
        member = people.member();
        LoggedIn.as(member);
        navigate(AccountView.class);
    }

    @AfterEach
    void logOut() {
        LoggedIn.nobody();
    }

    private String text() {
        return ((HasElement) getCurrentView()).getElement().getTextRecursively();
    }

    @Test
    void tokenIsShownOnceAndRevokedAfterAQuestion() {
        test(find(TextField.class).single()).setValue("notebook");
        test(find(Button.class).withText("Create token").single()).click();
        var secret = find(Code.class).single().getText();
        assertThat(secret).startsWith("hg_");
        assertThat(text()).contains("notebook", "never");

        navigate(AccountView.class);
        assertThat(text()).contains("notebook").doesNotContain(secret);

        test(find(Button.class).withText("Revoke").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(tokens.list(member)).isEmpty();
        assertThat(text()).contains("You have no tokens.");
    }

    @Test
    void wrongCurrentPasswordIsToldAtItsField() {
        var fields = find(PasswordField.class).all();
        test(fields.get(0)).setValue("wrong");
        test(fields.get(1)).setValue("a new password");
        test(find(Button.class).withText("Change password").single()).click();
        assertThat(fields.get(0).isInvalid()).isTrue();
        assertThat(fields.get(0).getErrorMessage()).isEqualTo("The current password is not right.");

        test(fields.get(0)).setValue(TestPeople.PASSWORD);
        test(find(Button.class).withText("Change password").single()).click();
        assertThat(fields.get(0).getValue()).isEmpty();
    }
}
