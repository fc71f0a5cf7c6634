package org.histogrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Windows of one browser that all tests share; each has cookies of its own and is closed after its test.
/// What the console complains of fails the test. In a [RunningApplicationTest], addresses without a host are those
/// of its application.
public final class BrowserWindows implements BeforeEachCallback, AfterEachCallback {

    private static final Path FAILED = Path.of("target", "failed-in-browser");
    private static final double PATIENCE_MILLIS = 60_000;
    /// A loaded machine takes its time; what is there already is not waited for.
    private static final double ASSERTION_MILLIS = 30_000;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<AutoCloseable> behind = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private Optional<String> root = Optional.empty();
    private Browser browser;

    @Override
    public void beforeEach(ExtensionContext context) {
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Shared.class, _ -> new Shared(), Shared.class)
                .browser;
        if (AnnotationSupport.isAnnotated(context.getRequiredTestClass(), RunningApplicationTest.class)) {
            root = Optional.of("http://127.0.0.1:"
                    + SpringExtension.getApplicationContext(context)
                            .getEnvironment()
                            .getRequiredProperty("local.server.port"));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isPresent()) {
            photograph(context);
        }
        opened.forEach(BrowserContext::close);
        for (var used : behind) {
            used.close();
        }
        complaints.removeIf(complaint -> expected.stream().anyMatch(complaint::contains));
        assertThat(complaints).isEmpty();
    }

    public Page open(int width, int height) {
        return open(new Browser.NewContextOptions().setViewportSize(width, height));
    }

    public Page open(Browser.NewContextOptions options) {
        root.ifPresent(options::setBaseURL);
        var window = browser.newContext(options);
        window.setDefaultTimeout(PATIENCE_MILLIS);
        opened.add(window);
        var page = window.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        return page;
    }

    /// Closes what pages reach the server through when no page is open that would complain of it.
    public void closeAfterwards(AutoCloseable used) {
        behind.add(used);
    }

    /// For tests of what goes wrong: a browser tells each answer that is an error.
    public void expectComplaint(String part) {
        expected.add(part);
    }

    /// Fills in the page of the login that is shown.
    public static void logIn(Page page, Member member) {
        logIn(page, member.name(), TestPeople.PASSWORD);
    }

    public static void logIn(Page page, String name, String password) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
    }

    private void photograph(ExtensionContext context) {
        for (var window : opened) {
            for (var page : window.pages()) {
                var name = "%s-%s-%d.png"
                        .formatted(
                                context.getRequiredTestClass().getSimpleName(),
                                context.getRequiredTestMethod().getName(),
                                opened.indexOf(window));
                page.screenshot(new Page.ScreenshotOptions().setPath(FAILED.resolve(name)));
            }
        }
    }

    private static final class Shared implements AutoCloseable {

        private final Playwright playwright = Chromium.playwright();
        private final Browser browser = Chromium.launch(playwright);

        Shared() {
            PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_MILLIS);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
