package org.histogrid.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.histogrid.Exactly.button;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.histogrid.BrowserWindows;
import org.histogrid.Chromium;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.DemoTeam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    @RegisterExtension
    private final BrowserWindows windows = new BrowserWindows();

    @Test
    void newcomerSeesThePublishedFigure() {
        var page = windows.open(1400, 1150);
        page.navigate("/");
        assertThat(page.getByText(DemoTeam.MEMBER.password())).isVisible();
        BrowserWindows.logIn(page, DemoTeam.MEMBER.account(), DemoTeam.MEMBER.password());
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
        share(page);
        narrow(page);
    }

    private void share(Page page) {
        button(page, "Share").click();
        button(page, "Create link").click();
        var link = page.getByLabel("Your link, shown only now");
        assertThat(link).hasValue(Pattern.compile("^http://127.0.0.1:" + port + "/s/.{43}$"));
        var address = link.inputValue();
        page.keyboard().press("Escape");
        var shared = windows.open(1400, 1150);
        shared.navigate(address);
        assertThat(shared.locator("step-chart[data-drawn]")).hasCount(12);
        Chromium.picture(shared, "share");
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
