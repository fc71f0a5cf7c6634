package org.histogrid;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The installed Chromium for tests in a browser: the one that CHROMIUM names, as the launcher sets it.
public final class Chromium {

    private static final Path PICTURES = Path.of("src", "docs", "pictures");
    private static final int COLOURS_FADE_MILLIS = 600;

    private Chromium() {}

    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    public static Browser launch(Playwright playwright) {
        var program = Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(program))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// Pictures for the documentation, in light and dark; only with `-Dpictures`, as they differ from run to run.
    public static void picture(Page page, String name) {
        if (System.getProperty("pictures") == null) {
            return;
        }
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.waitForTimeout(COLOURS_FADE_MILLIS);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(
                            "%s-%s.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT)))));
        }
    }
}
