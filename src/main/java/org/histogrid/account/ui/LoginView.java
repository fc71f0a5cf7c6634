package org.histogrid.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Set;
import org.histogrid.account.CurrentMember;
import org.histogrid.account.DemoTeam;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.ui.DataTable;

@Route(value = LoginView.PATH, autoLayout = false)
@PageTitle("Log in · Histogrid")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver {

    static final String PATH = "login";

    private static final Set<String> PROBLEMS = Set.of("error", "locked", "expired");

    private final transient CurrentMember member;
    private final LoginForm form = new LoginForm();

    LoginView(CurrentMember member, HistogridSettings settings) {
        this.member = member;
        addClassName("hg-login");
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts("The name or the password is not right", "Check both and try again."));
        var card = new Div(
                new H1("Histogrid"),
                new Paragraph("A shared place for histograms of language-model neurons, by class."),
                form);
        card.addClassName("hg-login-card");
        add(card);
        if (settings.demo()) {
            card.add(demoAccounts());
        }
    }

    private static Div demoAccounts() {
        var table = new DataTable("Demo accounts", "Name", "Password", "Who");
        DemoTeam.all().forEach(one -> table.row(one.account(), one.password(), one.what()));
        var accounts = new Div(new H2("Demo accounts"), table);
        accounts.addClassName("hg-section");
        return accounts;
    }

    private static LoginI18n texts(String problem, String advice) {
        var texts = LoginI18n.createDefault();
        var words = texts.getForm();
        words.setTitle("Log in");
        words.setUsername("Name");
        words.setPassword("Password");
        words.setSubmit("Log in");
        var error = texts.getErrorMessage();
        error.setTitle(problem);
        error.setMessage(advice);
        error.setUsername("Enter your name");
        error.setPassword("Enter your password");
        return texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (member.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        var asked = event.getLocation().getQueryParameters().getParameters();
        if (asked.containsKey("locked")) {
            form.setI18n(texts(
                    "This account is locked for a while",
                    "The password was wrong five times in a row. Try again in five minutes, or ask an administrator "
                            + "to set a new password."));
        }
        if (asked.containsKey("expired")) {
            form.setI18n(texts("This page was open for too long", "Log in again."));
        }
        form.setError(asked.keySet().stream().anyMatch(PROBLEMS::contains));
    }
}
