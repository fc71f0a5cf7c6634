package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class HookPointStatisticsDbTest {

    private static final int SAMPLES = 40;
    private static final int NEURONS = 700;

    @Autowired
    private VectorScan vectors;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private HookPointStatistics statistics;

    @Autowired
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Viewer me;
    private DatasetDetails dataset;
    private HookPointRef ref;

    @BeforeEach
    void imported() {
        me = Viewer.of(people.member());
        dataset = testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(
                        new File("acts.npy", TestNpy.f16(SAMPLES, NEURONS, HookPointStatisticsDbTest::value)),
                        new File(
                                "labels.npy",
                                TestNpy.i8(IntStream.range(0, SAMPLES)
                                        .map(i -> i % 2)
                                        .toArray()))));
        ref = new HookPointRef(dataset.id(), dataset.hookPoints().getFirst().id());
    }

    /// Neurons of different means and spreads, some values that are none.
    private static float value(int sample, int neuron) {
        if (neuron == 3 && sample < 3) {
            return new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}[sample];
        }
        return Float.float16ToFloat(
                Float.floatToFloat16((float) (100 + neuron * 0.25 + (neuron % 7) * Math.sin(sample * 1.7 + neuron))));
    }

    private static HookPointMoments direct() {
        var finite = new ArrayList<Double>();
        for (var neuron = 0; neuron < NEURONS; neuron++) {
            for (var sample = 0; sample < SAMPLES; sample++) {
                if (Float.isFinite(value(sample, neuron))) {
                    finite.add((double) value(sample, neuron));
                }
            }
        }
        var mean = finite.stream().mapToDouble(v -> v).sum() / finite.size();
        var squares = finite.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new HookPointMoments(finite.size(), mean, Math.sqrt(squares / (finite.size() - 1)));
    }

    private void forgetVectors() {
        jdbc.sql("delete from activation_vector where dataset_id = ?")
                .param(dataset.id().value())
                .update();
    }

    private static void assertIsDirect(HookPointMoments moments) {
        var direct = direct();
        assertThat(moments.count()).isEqualTo(SAMPLES * NEURONS - 3L).isEqualTo(direct.count());
        assertThat(moments.mean()).isCloseTo(direct.mean(), within(1e-9));
        assertThat(moments.sd()).isCloseTo(direct.sd(), within(1e-9));
    }

    @Test
    void momentsAreThoseOfAllFiniteValuesAndAreReadOnce() {
        var computed = statistics.moments(me, ref);
        assertIsDirect(computed);
        forgetVectors();
        assertThat(statistics.moments(me, ref)).isEqualTo(computed);
        assertThat(statistics.moments(me, List.of(ref, ref))).containsOnlyKeys(ref);
    }

    @Test
    void transactionThatOnlyReadsStillKeepsThem() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        var computed = reading.execute(status -> statistics.moments(me, ref));
        forgetVectors();
        assertThat(statistics.moments(me, ref)).isEqualTo(computed);
    }

    @Test
    void whoHoldsTheRowIsNotWaitedFor() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("select id from hook_point where dataset_id = ? for update")
                    .param(dataset.id().value())
                    .query(Integer.class)
                    .list();
            assertIsDirect(statistics.moments(me, ref));
        });
        assertIsDirect(statistics.moments(me, ref));
    }

    @Test
    void severalAtOnceGetTheSame() throws Exception {
        var start = new CountDownLatch(1);
        Callable<HookPointMoments> task = () -> {
            start.await();
            return statistics.moments(me, ref);
        };
        try (var threads = Executors.newFixedThreadPool(5)) {
            var running =
                    IntStream.range(0, 5).mapToObj(i -> threads.submit(task)).toList();
            start.countDown();
            for (var one : running) {
                assertIsDirect(one.get());
            }
        }
    }

    @Test
    void deletedWhileItIsReadIsNotFound() {
        var rows = new HookPointMomentsRows(jdbc, vectors, transactions) {
            @Override
            HookPointMoments compute(HookPointRef of, int samples) {
                var computed = super.compute(of, samples);
                datasets.delete(me, of.dataset(), true);
                return computed;
            }
        };
        assertThatThrownBy(() -> new HookPointStatistics(datasets, rows).moments(me, ref))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("hook point");
    }

    @Test
    void deletedBeforeItIsReadIsNotFound() {
        datasets.find(me, dataset.id());
        jdbc.sql("delete from hook_point where dataset_id = ?")
                .param(dataset.id().value())
                .update();
        assertThatThrownBy(() -> statistics.moments(me, ref))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("hook point");
    }

    @Test
    void whatMayNotBeSeenIsNotFound() {
        assertThatThrownBy(() -> statistics.moments(me, new HookPointRef(dataset.id(), 99)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> statistics.moments(me, new HookPointRef(DatasetId.create(), 0)))
                .isInstanceOf(NotFound.class);
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var colleague = Viewer.of(people.member());
        assertThatThrownBy(() -> statistics.moments(colleague, ref)).isInstanceOf(NotFound.class);
    }
}
