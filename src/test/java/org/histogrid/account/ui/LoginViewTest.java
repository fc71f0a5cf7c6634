package org.histogrid.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import org.histogrid.IntegrationTest;
import org.histogrid.account.DemoTeam;
import org.histogrid.account.LoggedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class LoginViewTest extends SpringBrowserlessTest {

    @BeforeEach
    void logOut() {
        LoggedIn.nobody();
    }

    @Test
    void saysWhatThisIsAndKeepsDemoPasswordsToDemoMode() {
        navigate(LoginView.class);
        var text = ((HasElement) getCurrentView()).getElement().getTextRecursively();
        assertThat(text).contains("A shared place for histograms");
        DemoTeam.all().forEach(one -> assertThat(text).doesNotContain(one.password()));
    }

    @Test
    void wrongPasswordAndLockedAccountAreToldInPlace() {
        navigateTo("error");
        assertThat(find(LoginForm.class).single().isError()).isTrue();
        navigateTo("locked");
        assertThat(find(LoginForm.class).single().isError()).isTrue();
        navigate(LoginView.class);
        assertThat(find(LoginForm.class).single().isError()).isFalse();
    }

    private static void navigateTo(String problem) {
        UI.getCurrent().navigate(LoginView.PATH, QueryParameters.of(problem, ""));
    }
}
