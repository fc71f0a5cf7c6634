package org.histogrid.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.histogrid.Chromium;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.DemoTeam;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// A newcomer in demo mode: the password stands on the login page, and two clicks show the published figure.
@RunningApplicationTest
@TestPropertySource(properties = "histogrid.demo=true")
class DemoE2E {

    private static final List<Integer> NEURONS =
            List.of(2021, 149, 3556, 2672, 1917, 4055, 3795, 3939, 2944, 96, 156, 23);

    @LocalServerPort
    private int port;

    private final List<String> failures = new ArrayList<>();

    @Test
    void newcomerSeesThePublishedFigure() {
        try (var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright);
                var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 1150))) {
            context.setDefaultTimeout(60_000);
            var page = context.newPage();
            page.onPageError(failures::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    failures.add(message.text());
                }
            });
            page.navigate("http://127.0.0.1:%d/".formatted(port));
            assertThat(page.getByText(DemoTeam.MEMBER.password())).isVisible();
            page.locator("input[name=username]").fill(DemoTeam.MEMBER.account());
            page.locator("input[name=password]").fill(DemoTeam.MEMBER.password());
            page.locator("input[name=password]").press("Enter");
            page.getByText("True and false answers").first().click();

            assertThat(page.locator("step-chart[data-drawn]")).hasCount(12);
            for (var neuron : NEURONS) {
                assertThat(page.getByText(Pattern.compile("^" + neuron + "-th neuron act\\.$"))
                                .first())
                        .isVisible();
            }
            for (var model : List.of("LLaMA-2-7B", "LLaMA-3-8B", "Gemma-7B")) {
                assertThat(page.getByText("# Samples / " + model, new Page.GetByTextOptions().setExact(true)))
                        .isVisible();
            }
            Chromium.picture(page, "project");
            share(browser, page);
            narrow(page);
        }
        assertThat(failures).isEmpty();
    }

    private void share(Browser browser, Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Share").setExact(true))
                .click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Create link").setExact(true))
                .click();
        var link = page.getByLabel("Your link, shown only now");
        assertThat(link).hasValue(Pattern.compile("^http://127.0.0.1:" + port + "/s/.{43}$"));
        var address = link.inputValue();
        page.keyboard().press("Escape");
        try (var stranger = browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 1150))) {
            var shared = stranger.newPage();
            shared.navigate(address);
            assertThat(shared.locator("step-chart[data-drawn]")).hasCount(12);
            Chromium.picture(shared, "share");
        }
    }

    private static void narrow(Page page) {
        page.setViewportSize(360, 740);
        assertThat(page.locator("step-chart[data-drawn]").first()).isVisible();
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
        Chromium.picture(page, "project-narrow");
    }
}
