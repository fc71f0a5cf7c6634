package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgRendererTest {

    private static final Figure DEMO = Figure.of(
                    TestGrids.grid(3, 4, 18_000, 100, Statistic.COUNT), TestGrids.labels(3))
            .titled("Answers");

    private static byte[] svg(Figure figure, FigureOptions options) {
        return Figures.make(FigureFormat.SVG, figure, options);
    }

    private static Document parse(byte[] svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }

    private static List<Element> of(Document svg, String name, String kind) {
        return elements(svg.getElementsByTagName(name)).stream()
                .filter(element -> element.getAttribute("class").equals(kind))
                .toList();
    }

    @Test
    void hasAGroupForEachRowPanelAndClass() throws Exception {
        var svg = parse(svg(DEMO, FigureOptions.DEFAULT));
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("518.74pt");
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 518.74 ");
        assertThat(svg.getDocumentElement().getAttribute("font-family"))
                .isEqualTo("Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif");
        assertThat(of(svg, "g", "row")).hasSize(3);
        assertThat(of(svg, "g", "panel")).hasSize(12);
        assertThat(of(svg, "g", "class")).hasSize(24);
        assertThat(of(svg, "path", "steps")).hasSize(24).allSatisfy(steps -> {
            assertThat(steps.getAttribute("fill-opacity")).isEqualTo("0.42");
            assertThat(steps.getAttribute("fill")).isEqualTo(steps.getAttribute("stroke"));
            assertThat(steps.getAttribute("d")).matches("(M[0-9.]+ [0-9.]+([HV][0-9.]+)+)+");
        });
        assertThat(of(svg, "text", "row-label"))
                .allMatch(label -> label.getAttribute("transform").endsWith("rotate(-90)"));
        assertThat(of(svg, "text", "panel-title").getFirst().getTextContent()).isEqualTo("2021-th neuron act.");
        assertThat(of(svg, "g", "panel")
                        .getFirst()
                        .getElementsByTagName("title")
                        .item(0)
                        .getTextContent())
                .startsWith("Histogram of neuron 2021, LLaMA-2-7B: true answer 12");
    }

    @Test
    void hatchesAreDefinedOnceAndUsed() throws Exception {
        var svg = parse(svg(DEMO, FigureOptions.DEFAULT.withPalette(FigurePalette.GREY)));
        assertThat(elements(svg.getElementsByTagName("pattern")))
                .extracting(pattern -> pattern.getAttribute("id"))
                .containsExactly("hatch-rising", "hatch-falling");
        assertThat(of(svg, "path", "hatch"))
                .hasSize(2 * 12 + 2)
                .extracting(path -> path.getAttribute("fill"))
                .containsOnly("url(#hatch-rising)", "url(#hatch-falling)");
    }

    @Test
    void namesGivenByHandAreTextAndNothingElse() throws Exception {
        var name = "<script>alert(1)</script> & \u0007\u202e\"']]>\ud800 真";
        var svg = parse(svg(
                Figure.of(TestGrids.grid(1, 1, 500, 20, Statistic.COUNT), List.of(name))
                        .titled(name),
                FigureOptions.DEFAULT.showing(true, true, true, true)));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(of(svg, "text", "title").getFirst().getTextContent())
                .isEqualTo("<script>alert(1)</script> & \"']]>\ufffd 真");
    }

    @Test
    void theSameFigureGivesTheSameBytesInEveryLocale() {
        var usual = svg(DEMO, FigureOptions.DEFAULT);
        var locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("de-DE"));
            assertThat(svg(DEMO, FigureOptions.DEFAULT)).isEqualTo(usual);
        } finally {
            Locale.setDefault(locale);
        }
        assertThat(new String(usual, StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity");
    }
}
