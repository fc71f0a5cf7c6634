package org.histogrid.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.histogrid.Chromium;
import org.histogrid.account.DemoTeam;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectId;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.springframework.core.env.Environment;

/// The page of a project in Chromium: from navigation to the last of 12 and of 120 panels drawn, all of them in view,
/// and what the server sends for 12, compressed, without the program that is loaded once.
public final class PageBench {

    private static final int ROUNDS = 7;
    private static final int WARM_UPS = 3;
    private static final int COLUMNS = 12;
    private static final double MOST_BYTES = 60_000;
    private static final double MOST_MILLIS = 3_000;

    private final String address;
    private final BenchApplication application;

    private PageBench(BenchApplication application) {
        this.application = application;
        address = "http://127.0.0.1:%s/"
                .formatted(application.bean(Environment.class).getRequiredProperty("local.server.port"));
    }

    public static void main(String[] arguments) throws Exception {
        boolean reached;
        try (var application = new BenchApplication()) {
            reached = new PageBench(application).run();
        }
        if (!reached) {
            throw new IllegalStateException("The page of a project is slower or larger than promised");
        }
    }

    private boolean run() {
        var projects = application.bean(ProjectService.class);
        var twelve = projects.search(application.viewer(), "True and false answers")
                .getFirst()
                .id();
        var many = project(projects, 10);
        try (var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright);
                // As high as the page, so that all panels are in view
                var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1600, 6000))) {
            context.setDefaultTimeout(120_000);
            var page = context.newPage();
            logIn(page);
            var sent = sent(page);
            var few = time(page, twelve, 12, sent);
            var bytes = sent.get() / (double) (ROUNDS + WARM_UPS);
            var all = time(page, many, 120, sent);
            System.out.printf(
                    Locale.ROOT,
                    "navigation to the last panel drawn: 12 panels %,.0f ms, 120 panels %,.0f ms; 12 panels are %,.0f bytes%n",
                    few,
                    all,
                    bytes);
            Ratio.atMost(10, "120 panels against 12, drawn in Chromium", all / few);
            return Ratio.atMost(MOST_MILLIS, "12 panels, navigation to drawn, ms", few)
                    & Ratio.atMost(MOST_BYTES, "12 panels, compressed bytes", bytes);
        }
    }

    private void logIn(Page page) {
        page.navigate(address);
        page.locator("input[name=username]").fill(DemoTeam.MEMBER.account());
        page.locator("input[name=password]").fill(DemoTeam.MEMBER.password());
        page.locator("input[name=password]").press("Enter");
        page.getByText("True and false answers").first().waitFor();
    }

    /// Bytes of the answers that build the page, as they cross the network.
    private static AtomicLong sent(Page page) {
        var bytes = new AtomicLong();
        Set<String> answers = new HashSet<>();
        var devtools = page.context().newCDPSession(page);
        devtools.send("Network.enable");
        devtools.on("Network.responseReceived", event -> {
            if (url(event).contains("v-r=init") || url(event).contains("v-r=uidl")) {
                answers.add(event.get("requestId").getAsString());
            }
        });
        devtools.on("Network.loadingFinished", event -> {
            if (answers.contains(event.get("requestId").getAsString())) {
                bytes.addAndGet(event.get("encodedDataLength").getAsLong());
            }
        });
        return bytes;
    }

    private static String url(JsonObject event) {
        return event.getAsJsonObject("response").get("url").getAsString();
    }

    private double time(Page page, ProjectId project, int panels, AtomicLong sent) {
        List<Double> times = new ArrayList<>();
        sent.set(0);
        for (var round = 0; round < ROUNDS + WARM_UPS; round++) {
            page.navigate(address + "projects/" + project);
            page.waitForFunction("document.querySelectorAll('step-chart[data-drawn]').length >= " + panels);
            var millis = ((Number) page.evaluate("performance.now()")).doubleValue();
            if (round >= WARM_UPS) {
                times.add(millis);
            }
        }
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d panels: %s ms%n",
                panels,
                Arrays.toString(IntStream.range(0, sorted.length)
                        .mapToLong(i -> Math.round(sorted[i]))
                        .toArray()));
        return sorted[sorted.length / 2];
    }

    private ProjectId project(ProjectService projects, int rows) {
        var viewer = application.viewer();
        var datasets = application.bean(DatasetService.class);
        var dataset = datasets.search(viewer, "", 0, 50).items().stream()
                .map(item -> datasets.find(viewer, item.id()))
                .findFirst()
                .orElseThrow();
        var all = IntStream.range(0, rows)
                .mapToObj(row -> new ProjectRow(
                        dataset.id(),
                        dataset.labelings().getFirst().id(),
                        dataset.hookPoints().getFirst().id(),
                        "Row " + row,
                        neurons(dataset.hookPoints().getFirst(), row * COLUMNS)))
                .toList();
        return projects.create(viewer, ProjectContent.empty("120 panels").withRows(all))
                .id();
    }

    /// The recorded ones from a place on, and again from the first where there are too few.
    private static List<Integer> neurons(HookPoint point, int from) {
        return IntStream.range(from, from + COLUMNS)
                .map(i -> point.neurons().get(i % point.neurons().size()))
                .boxed()
                .toList();
    }
}
