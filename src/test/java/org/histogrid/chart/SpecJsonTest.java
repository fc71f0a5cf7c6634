package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.histotest.chart.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecJsonTest {

    private static final AxisSpec X = new AxisSpec(-3.25, -2.5, List.of(-3.2, -3.0, -2.8, -2.6), "activation");
    private static final AxisSpec Y = new AxisSpec(0, 20, List.of(0.0, 10.0, 20.0), "");

    @Test
    void writesColumnsOfShortNumbers() {
        var spec = new StepChartSpec(
                new double[] {-3.25, -3, -2.75, -2.5},
                List.of(StepSeries.ofCounts("true answer", "--hg-class-1", new long[] {1, 0, 20})),
                X,
                Y,
                "Neuron 7");
        assertThat(SpecJson.write(spec)).isEqualTo("""
                        {"description":"Neuron 7","heightName":"",\
                        "xAxis":{"low":-3.25,"high":-2.5,"title":"activation","ticks":[-3.2,-3.0,-2.8,-2.6],\
                        "labels":["-3.2","-3.0","-2.8","-2.6"]},\
                        "yAxis":{"low":0.0,"high":20.0,"title":"","ticks":[0.0,10.0,20.0],"labels":["0","10","20"]},\
                        "ground":0.0,"digits":2,"x":[-3.25,-3.25,-3,-3,-2.75,-2.75,-2.5,-2.5],\
                        "series":[{"name":"true answer","colour":"--hg-class-1","filled":true,\
                        "y":[0,1,1,0,0,20,20,0],"counts":[1,0,20]}],"markers":[]}\
                        """);
    }

    @Test
    void keepsCountsExactAndHeightsToFiveDigits() {
        var huge = (1L << 53) + 1;
        var series = new StepSeries("a", "--hg-class-1", new double[] {0.123456789, 1e-9}, new long[] {huge, 3});
        var node = read(new StepChartSpec(
                new double[] {0, 1, 2}, List.of(series), axis(0, 2), axis(0, 1), "", "density", List.of()));
        var written = node.get("series").get(0);
        assertThat(written.get("counts").get(0).asLong()).isEqualTo(huge);
        assertThat(written.get("values").get(0).asDouble()).isEqualTo(0.12346);
        assertThat(written.get("values").get(1).asDouble()).isEqualTo(1e-9);
        assertThat(written.get("y").get(1).asDouble()).isCloseTo(0.123456789, within(1e-5));
    }

    @Test
    void tellsNarrowBinsApartOnAWideAxis() {
        var edges = new double[] {1e6, 1e6 + 1e-4, 1e6 + 2e-4};
        var node = read(new StepChartSpec(
                edges,
                List.of(StepSeries.ofCounts("a", "--hg-class-1", new long[] {1, 2})),
                axis(-1e6, 2e6),
                axis(0, 2),
                ""));
        assertThat(node.get("x").get(2).asDouble()).isCloseTo(edges[1], within(1e-7));
        assertThat(node.get("digits").asInt()).isEqualTo(4);
    }

    @Test
    void writesAsManyDecimalsAsTellEdgesApart() {
        assertThat(Edges.digits(new double[] {-3, -2, 5})).isZero();
        assertThat(Edges.digits(new double[] {-3.25, -3, -2.75})).isEqualTo(2);
        assertThat(Edges.digits(new double[] {-14.1743, -13.92751, -13.68071})).isEqualTo(3);
        assertThat(Edges.digits(new double[] {0, 1e5 / 3, 2e5 / 3})).isZero();
    }

    @Test
    void putsLogarithmicHeightsOnTheirScale() {
        var log = new AxisSpec(0.5, 1000, List.of(1.0, 10.0, 100.0), List.of("1", "10", "100"), "", true);
        var node = read(new StepChartSpec(
                new double[] {0, 1, 2},
                List.of(StepSeries.ofCounts("a", "--hg-class-1", new long[] {100, 0})),
                axis(0, 2),
                log,
                ""));
        assertThat(node.get("yAxis").get("ticks").get(2).asDouble()).isEqualTo(2);
        assertThat(node.get("series").get(0).get("y").get(1).asDouble()).isEqualTo(2);
        assertThat(node.get("series").get(0).get("y").get(3).asDouble())
                .isCloseTo(node.get("ground").asDouble(), within(1e-6));
        assertThat(node.get("ground").asDouble()).isEqualTo(Math.log10(0.5));
    }

    @Test
    void sendsAPanelOfTheFigureInAFewKilobytes() {
        var random = new Random(7);
        var edges = IntStream.rangeClosed(0, 100)
                .mapToDouble(edge -> -14.1743 + edge * (10.5046 + 14.1743) / 100)
                .toArray();
        var spec = new StepChartSpec(
                edges,
                List.of(
                        StepSeries.ofCounts("true answer", "--hg-class-1", counts(random, 900)),
                        StepSeries.ofCounts("false answer", "--hg-class-2", counts(random, 400))),
                axis(-14.1743, 10.5046),
                axis(0, 1000),
                "Neuron 2021 of LLaMA-2-7B: 12,400 true answers, 5,600 false answers");
        assertThat(SpecJson.write(spec).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(3_000, 6_000);
    }

    @Test
    void sendsTwelvePanelsWithCurvesInSixtyKilobytes() {
        var panels =
                Samples.panels(12).stream().map(SpecJsonTest::withEverything).toList();
        var texts = panels.stream().map(SpecJson::write).collect(Collectors.joining());
        assertThat(compressed(texts)).hasSizeLessThan(60_000);
        System.out.printf(
                "12 panels of densities with curves: %d bytes, %d compressed%n",
                texts.length(), compressed(texts).length);
    }

    /// As densities, which have more digits than counts, with a curve and two markers for each class.
    private static StepChartSpec withEverything(StepChartSpec spec) {
        var edges = spec.edges();
        var width = edges[1] - edges[0];
        var series = spec.series().stream()
                .map(one -> {
                    var n = Arrays.stream(one.counts()).sum();
                    var density = Arrays.stream(one.heights())
                            .map(height -> height / n / width)
                            .toArray();
                    var middles = Arrays.copyOf(edges, density.length);
                    return new StepSeries(one.name(), one.colour(), density, one.counts())
                            .withCurve(new Curve(middles, density));
                })
                .toList();
        var highest = series.stream()
                .flatMapToDouble(one -> Arrays.stream(one.heights()))
                .max()
                .orElseThrow();
        var markers = series.stream()
                .flatMap(one -> Stream.of(
                        Marker.of(one, edges[40], "mean " + edges[40]),
                        Marker.of(one, edges[50], "median " + edges[50])))
                .toList();
        return new StepChartSpec(edges, series, spec.x(), axis(0, highest), spec.description(), "density", markers);
    }

    private static byte[] compressed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void writesEdgesOnlyForAClassThatHasItsOwn() {
        var common = StepSeries.ofCounts("a", "--hg-class-1", new long[] {1, 2});
        var own = StepSeries.ofCounts("b", "--hg-class-2", new long[] {3, 4, 5})
                .withEdges(new double[] {0, 0.125, 0.25, 2});
        var node = read(new StepChartSpec(new double[] {0, 1, 2}, List.of(common, own), axis(0, 2), axis(0, 5), ""));
        assertThat(node.get("x")).hasToString("[0,0,1,1,2,2]");
        assertThat(node.get("series").get(0).has("x")).isFalse();
        assertThat(node.get("series").get(1).get("x")).hasToString("[0,0,0.125,0.125,0.25,0.25,2,2]");
        assertThat(node.get("series").get(1).get("digits").asInt()).isEqualTo(3);
        assertThat(node.get("series").get(1).get("y")).hasToString("[0,3,3,4,4,5,5,0]");
    }

    @Test
    void writesAnEvenCurveByItsEndsAndHeights() {
        var curve = new Curve(new double[] {0, 0.5, 1}, new double[] {0.123456, 4.99999, -1});
        assertThat(curveOf(curve, axis(0, 5))).hasToString("{\"x\":[0,1],\"y\":[0.1235,5,-1]}");
    }

    @Test
    void spreadsAnUnevenCurveEvenly() {
        var curve = new Curve(new double[] {0, 0.5, 2}, new double[] {0, 5, 0});
        var y = curveOf(curve, axis(0, 5)).get("y");
        assertThat(y.size()).isEqualTo(200);
        assertThat(y.get(0).asDouble()).isZero();
        assertThat(y.get(25).asDouble()).isCloseTo(5 * (50.0 / 199) / 0.5, within(1e-3));
        assertThat(y.get(100).asDouble()).isCloseTo(5 * (2 - 200.0 / 199) / 1.5, within(1e-3));
        assertThat(y.get(199).asDouble()).isZero();
    }

    @Test
    void sendsACurveOfThousandsOfPointsInAKilobyte() {
        var x = IntStream.range(0, 5000).mapToDouble(at -> -4 + 8 * at / 4999.0).toArray();
        var y = Arrays.stream(x).map(at -> 900 * Math.exp(-at * at / 2)).toArray();
        var written = curveOf(new Curve(x, y), axis(0, 1000));
        assertThat(written.toString().length()).isLessThan(1300);
        assertThat(written.get("y").get(100).asDouble())
                .isCloseTo(900 * Math.exp(-Math.pow(-4 + 800 / 199.0, 2) / 2), within(0.1));
    }

    @Test
    void putsACurveOnALogarithmicScale() {
        var log = new AxisSpec(0.5, 1000, List.of(1.0), List.of("1"), "", true);
        var y = curveOf(new Curve(new double[] {0, 1, 2}, new double[] {0, 100, 0.5}), log)
                .get("y");
        assertThat(y.get(0).asDouble()).isCloseTo(Math.log10(0.5), within(1e-3));
        assertThat(y.get(1).asDouble()).isEqualTo(2);
    }

    @Test
    void saysToWhichClassAMarkerBelongs() {
        var series = StepSeries.ofCounts("a", "--hg-class-3", new long[] {1});
        var node = read(new StepChartSpec(
                new double[] {0, 1},
                List.of(series),
                axis(0, 1),
                axis(0, 1),
                "",
                "",
                List.of(new Marker(0.5, "threshold 0.5"), Marker.of(series, 0.25, "mean 0.25"))));
        assertThat(node.get("markers")).hasToString("""
                        [{"at":0.5,"label":"threshold 0.5","colour":"--hg-marker"},\
                        {"at":0.25,"label":"mean 0.25","colour":"--hg-class-3","series":"a"}]\
                        """);
    }

    private static JsonNode curveOf(Curve curve, AxisSpec y) {
        var series = StepSeries.ofCounts("a", "--hg-class-1", new long[] {1, 2}).withCurve(curve);
        return read(new StepChartSpec(new double[] {0, 1, 2}, List.of(series), axis(0, 2), y, ""))
                .get("series")
                .get(0)
                .get("curve");
    }

    private static long[] counts(Random random, int highest) {
        return random.longs(100, 0, highest).toArray();
    }

    private static AxisSpec axis(double low, double high) {
        return new AxisSpec(low, high, List.of(low, high), "");
    }

    private static JsonNode read(StepChartSpec spec) {
        return JsonMapper.shared().readTree(SpecJson.write(spec));
    }
}
