package org.histogrid.account.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.Map;
import org.histogrid.account.Member;
import org.histogrid.account.TokenInfo;
import org.histogrid.account.TokenService;
import org.histogrid.base.ui.ConfirmedAction;
import org.histogrid.base.ui.CopyButton;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.base.ui.When;

/// Tokens for scripts: a new one's secret is shown once, here and nowhere else.
class TokenSection extends Composite<Section> {

    private final Member member;
    private final transient TokenService tokens;
    private final transient Clock clock;
    private final TextField name = new TextField("Name of a new token");
    private final Div fresh = new Div();
    private final DataTable table = new DataTable("API tokens", "Name", "Made", "Last used", "");
    private final Paragraph none = new Paragraph("You have no tokens.");

    TokenSection(Member member, TokenService tokens, Clock clock) {
        this.member = member;
        this.tokens = tokens;
        this.clock = clock;
        name.setHelperText("Where it is used, such as \"notebook\"");
        name.setMaxLength(100);
        var create = new Button("Create token", _ -> create());
        name.addKeyPressListener(Key.ENTER, _ -> create());
        var row = new Div(name, create);
        row.addClassName("hg-field-row");
        none.addClassName("hg-quiet");
        fresh.getElement().setAttribute("role", "status");
        getContent().addClassName("hg-section");
        getContent()
                .add(
                        new H2("API tokens"),
                        new Paragraph("A script that sends a token acts in your name. Revoke those not in use."),
                        row,
                        fresh,
                        table,
                        none);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void refresh() {
        table.clear();
        var all = tokens.list(member);
        all.forEach(token -> table.row(
                token.name(),
                When.relative(token.createdAt(), clock),
                token.lastUsedAt()
                        .map(time -> (Component) When.relative(time, clock))
                        .orElseGet(() -> new Span("never")),
                revokeButton(token)));
        table.setVisible(!all.isEmpty());
        none.setVisible(all.isEmpty());
    }

    private Button revokeButton(TokenInfo token) {
        var button = new Button(
                "Revoke",
                _ -> ConfirmedAction.ask(
                        "Revoke %s?".formatted(token.name()),
                        "Scripts that use this token stop working.",
                        "Revoke",
                        () -> {
                            tokens.revoke(member, token.id());
                            refresh();
                        }));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel("Revoke " + token.name());
        return button;
    }

    private void create() {
        FieldErrors.attempt(Map.of("name", name), () -> {
            var secret = tokens.create(member, name.getValue());
            name.clear();
            fresh.removeAll();
            var shown = new Div(new Code(secret), new CopyButton("token", secret));
            shown.addClassName("hg-secret");
            fresh.add(new Paragraph("Copy the token now: it is not shown again."), shown);
            refresh();
        });
    }
}
