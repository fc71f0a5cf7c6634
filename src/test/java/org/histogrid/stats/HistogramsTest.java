package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramsTest {

    private static final BinEdges UNIT = BinEdges.of(0, 1, 2);

    @Test
    void lastBinIsClosed() {
        assertThat(one(UNIT, 0, 1, 2).counts()).containsExactly(1, 2);
        assertThat(one(BinEdges.of(0, 1, 10, 11, 100), 1, 10, 100).counts()).containsExactly(0, 1, 1, 1);
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(one(BinEdges.of(-1, 0, 1), -0.0, 0.0).counts()).containsExactly(0, 2);
        assertThat(one(BinEdges.of(-1, -0.0, 1), -0.0, 0.0).counts()).containsExactly(0, 2);
        assertThat(one(BinEdges.of(0, 1), -0.0).counts()).containsExactly(1);
    }

    @Test
    void whatIsOutsideIsCountedByKind() {
        var of = one(
                UNIT,
                -0.1,
                Double.NaN,
                2.5,
                1e300,
                -1e300,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                1);
        assertThat(of).isEqualTo(new ClassHistogram(9, new long[] {0, 1}, 2, 2, 1, 2, 1));
        assertThat(of.finite()).isEqualTo(5);
    }

    @Test
    void samplesWithoutAClassAreLeftOut() {
        var counted = Histograms.count(new double[] {0, 0, 1, Double.NaN}, new byte[] {1, -1, -128, -1}, 2, UNIT);
        assertThat(counted.get(0).n()).isZero();
        assertThat(counted.get(1)).isEqualTo(new ClassHistogram(1, new long[] {1, 0}, 0, 0, 0, 0, 0));
    }

    @Test
    void anEmptyClassHasZerosAndNoNaN() {
        var empty = Histograms.count(new double[0], new byte[0], 1, UNIT).getFirst();
        for (var statistic : Statistic.values()) {
            assertThat(empty.values(statistic, UNIT)).containsExactly(0, 0);
        }
        var nan = one(UNIT, Double.NaN, Double.NaN);
        assertThat(nan.nan()).isEqualTo(2);
        assertThat(nan.percent()).containsExactly(0, 0);
        assertThat(nan.density(UNIT)).containsExactly(0, 0);
    }

    @Test
    void statisticsAreThoseOfTheirDefinitions() {
        var edges = BinEdges.of(0, 1, 3);
        var of = one(edges, -5, 0, 0.5, 1, 3, 9, Double.NaN, 2);
        assertThat(of.values(Statistic.COUNT, edges)).containsExactly(2, 3);
        assertThat(of.values(Statistic.DENSITY, edges)).containsExactly(new double[] {0.4, 0.3}, within(1e-15));
        assertThat(of.values(Statistic.PERCENT, edges))
                .containsExactly(new double[] {200 / 7.0, 300 / 7.0}, within(1e-13));
        assertThat(of.values(Statistic.CUMULATIVE, edges)).containsExactly(3 / 7.0, 6 / 7.0);
    }

    @Test
    void quantisedDataFallsWhereItsEdgesSay() {
        // Values on edges such as 0.1 * 3 = 0.30000000000000004, which an index computed by division misplaces
        var edges = Binning.edges(new BinRule.Count(10), new BinRange.Between(0, 1), List.of());
        for (int i = 0; i < 10; i++) {
            assertThat(one(edges, edges.edge(i)).count(i)).isOne();
            if (i > 0) {
                assertThat(one(edges, Math.nextDown(edges.edge(i))).count(i - 1))
                        .isOne();
            }
        }
    }

    @Test
    void everyEncodingIsCountedWithoutDecodingFirst() {
        var random = new Random(5);
        int n = 3_001;
        var classOf = new byte[n];
        for (int i = 0; i < n; i++) {
            classOf[i] = (byte) (random.nextInt(4) - 1);
        }
        for (var encoding : Encoding.values()) {
            var payload = new byte[n * encoding.bytes()];
            // All bit patterns, NaN and infinities among them
            random.nextBytes(payload);
            var values = ActivationCodec.decode(payload, encoding);
            for (var edges : List.of(
                    Binning.edges(new BinRule.Count(40), new BinRange.Clip(10, 90), List.of(values)),
                    BinEdges.of(-1000, -1, 0, 1, 1.5, 1e30))) {
                assertThat(Histograms.count(payload, encoding, classOf, 3, edges))
                        .isEqualTo(Histograms.count(values, classOf, 3, edges));
            }
        }
    }

    @Test
    void halvesAreDecodedAsTheJdkDecodesThem() {
        var payload = ByteBuffer.allocate(2 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int code = 0; code < 1 << 16; code++) {
            payload.putShort((short) code);
        }
        var halves = ActivationCodec.decode(payload.array(), Encoding.F16);
        var brain = ActivationCodec.decode(payload.array(), Encoding.BF16);
        for (int code = 0; code < 1 << 16; code++) {
            assertThat(Double.compare(halves[code], Float.float16ToFloat((short) code)))
                    .isZero();
            assertThat(Double.compare(brain[code], Float.intBitsToFloat(code << 16)))
                    .isZero();
        }
    }

    @Test
    void singlesAndDoublesAreLittleEndian() {
        var single = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(-1.5f);
        var twice = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(Math.PI);
        assertThat(ActivationCodec.decode(single.array(), Encoding.F32)).containsExactly(-1.5);
        assertThat(ActivationCodec.decode(twice.array(), Encoding.F64)).containsExactly(Math.PI);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivationCodec.decode(new byte[7], Encoding.F32))
                .withMessage("7 bytes are not a whole number of values of 4 bytes each.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histograms.count(new double[2], new byte[3], 1, UNIT))
                .withMessage("There are 2 values, but classes of 3 samples.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histograms.count(new double[1], new byte[] {2}, 2, UNIT))
                .withMessage("A sample is in a class beyond the 2 there are, counted from 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassHistogram(2, new long[] {1}, 0, 0, 0, 0, 0))
                .withMessage("The counts of a class must add up to its 2 samples, not to 1.");
        assertThatIllegalArgumentException().isThrownBy(() -> one(UNIT, 1).density(BinEdges.of(0, 1)));
    }

    private static ClassHistogram one(BinEdges edges, double... values) {
        return Histograms.count(values, new byte[values.length], 1, edges).getFirst();
    }
}
