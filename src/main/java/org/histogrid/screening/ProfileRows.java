package org.histogrid.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.Selection.Against;
import org.histogrid.stats.NullDistribution;
import org.histogrid.stats.Split;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The columns of scores and the nulls, as PostgreSQL keeps them.
@Component
@Transactional(readOnly = true)
class ProfileRows {

    /// A hook point with the class that is held against the rest.
    record Place(ScreeningRef ref, int classIndex) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ProfileRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Transactional
    public void write(ScreeningRef ref, int part, PartColumns columns) {
        var rows = columns.columns().stream()
                .map(column -> new Object[] {
                    ref.labeling().dataset().value(),
                    ref.labeling().labeling().value(),
                    ref.hookPoint(),
                    part,
                    column.split().name(),
                    column.classIndex(),
                    column.key(),
                    Doubles.bytes(column.values())
                })
                .toList();
        batches.batchUpdate("""
                insert into neuron_profile
                    (dataset_id, labeling_id, hook_point, part, split, class_index, score, payload)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /// The parts that are there.
    Set<Integer> parts(ScreeningRef ref) {
        return Set.copyOf(jdbc.sql("""
                        select distinct part from neuron_profile
                        where dataset_id = ? and labeling_id = ? and hook_point = ?
                        """)
                .params(
                        ref.labeling().dataset().value(),
                        ref.labeling().labeling().value(),
                        ref.hookPoint())
                .query(Integer.class)
                .list());
    }

    /// Whole columns in one query.
    ///
    /// @param neurons how many each hook point has
    Map<Place, Map<ScoreAt, double[]>> read(Map<Place, Integer> neurons, Collection<ScoreAt> scores) {
        var found = new HashMap<Place, Map<ScoreAt, double[]>>();
        var filled = new HashMap<Place, Map<ScoreAt, Integer>>();
        var places = List.copyOf(neurons.keySet());
        jdbc.sql("""
                        select dataset_id, labeling_id, hook_point, wanted.class_index, split, score, payload
                        from neuron_profile
                        join unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as integer[]), cast(? as integer[]))
                            as wanted (dataset_id, labeling_id, hook_point, class_index)
                            using (dataset_id, labeling_id, hook_point)
                        where neuron_profile.class_index in (wanted.class_index, -1)
                          and (split, score) in (
                              select split, score from unnest(cast(? as text[]), cast(? as text[])) as asked (split, score))
                        order by part
                        """)
                .params(
                        places.stream()
                                .map(place -> place.ref().labeling().dataset().value())
                                .toArray(UUID[]::new),
                        places.stream()
                                .map(place -> place.ref().labeling().labeling().value())
                                .toArray(UUID[]::new),
                        places.stream()
                                .mapToInt(place -> place.ref().hookPoint())
                                .toArray(),
                        places.stream().mapToInt(Place::classIndex).toArray(),
                        scores.stream().map(score -> score.split().name()).toArray(String[]::new),
                        scores.stream().map(score -> score.column().key()).toArray(String[]::new))
                .query(row -> {
                    var place = new Place(
                            new ScreeningRef(labeling(row), row.getInt("hook_point")), row.getInt("class_index"));
                    var score = new ScoreAt(
                            Split.valueOf(row.getString("split")), new ProfileColumn(row.getString("score")));
                    var values = found.computeIfAbsent(place, key -> new HashMap<>())
                            .computeIfAbsent(score, key -> missing(neurons.getOrDefault(place, 0)));
                    filled.computeIfAbsent(place, key -> new HashMap<>())
                            .merge(
                                    score,
                                    Doubles.read(
                                            row.getBytes("payload"),
                                            values,
                                            filled.getOrDefault(place, Map.of()).getOrDefault(score, 0)),
                                    Integer::sum);
                });
        return found;
    }

    private static double[] missing(int neurons) {
        var values = new double[neurons];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// All columns of one neuron, of one class against the rest and of all classes: slices of what is stored.
    ///
    /// @param place of the neuron in its part, from 0
    Map<ScoreAt, Double> readOne(Place of, int part, int place) {
        var values = new LinkedHashMap<ScoreAt, Double>();
        jdbc.sql("""
                        select split, score, substring(payload from ? for 8) as payload from neuron_profile
                        where dataset_id = ? and labeling_id = ? and hook_point = ? and part = ?
                          and class_index in (?, -1)
                        """)
                .params(
                        place * Double.BYTES + 1,
                        of.ref().labeling().dataset().value(),
                        of.ref().labeling().labeling().value(),
                        of.ref().hookPoint(),
                        part,
                        of.classIndex())
                .query(row -> {
                    var value = new double[1];
                    Doubles.read(row.getBytes("payload"), value, 0);
                    if (!Double.isNaN(value[0])) {
                        values.put(
                                new ScoreAt(
                                        Split.valueOf(row.getString("split")),
                                        new ProfileColumn(row.getString("score"))),
                                value[0]);
                    }
                });
        return values;
    }

    /// The null of a class against the rest in the samples of a split.
    record Null(int classIndex, Split split, NullDistribution distribution) {}

    @Transactional
    public void writeNulls(ScreeningRef ref, List<Null> nulls) {
        var rows = nulls.stream()
                .map(of -> new Object[] {
                    ref.labeling().dataset().value(),
                    ref.labeling().labeling().value(),
                    ref.hookPoint(),
                    of.split().name(),
                    of.classIndex(),
                    of.distribution().maxima(),
                    of.distribution().auroc(),
                    of.distribution().spearman()
                })
                .toList();
        batches.batchUpdate("""
                insert into screening_null
                    (dataset_id, labeling_id, hook_point, split, class_index, maxima, auroc, spearman)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint screening_null_pk do update set
                    maxima = excluded.maxima, auroc = excluded.auroc, spearman = excluded.spearman
                """, rows);
    }

    /// Of each hook point that has one.
    Map<Against, Map<Integer, NullDistribution>> nulls(Collection<Against> wanted, Split split) {
        return ofNulls(
                "maxima, auroc, spearman",
                wanted,
                split,
                row -> new NullDistribution(
                        doubles(row.getArray("maxima").getArray()),
                        longs(row.getArray("auroc").getArray()),
                        longs(row.getArray("spearman").getArray())));
    }

    /// The greatest of all permutations, of each hook point that has a null.
    Map<Against, Map<Integer, Double>> nullMaxima(Collection<Against> wanted, Split split) {
        return ofNulls(
                "(select max(one) from unnest(maxima) as one) as greatest",
                wanted,
                split,
                row -> row.getDouble("greatest"));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<Against, Map<Integer, T>> ofNulls(
            String columns, Collection<Against> wanted, Split split, Reader<T> reader) {
        var found = new HashMap<Against, Map<Integer, T>>();
        wanted.forEach(one -> found.put(one, new HashMap<>()));
        var places = List.copyOf(found.keySet());
        jdbc.sql("""
                        select dataset_id, labeling_id, class_index, hook_point, %s from screening_null
                        join unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as integer[]))
                            as wanted (dataset_id, labeling_id, class_index)
                            using (dataset_id, labeling_id, class_index)
                        where split = ?
                        """.formatted(columns))
                .params(
                        places.stream()
                                .map(place -> place.labeling().dataset().value())
                                .toArray(UUID[]::new),
                        places.stream()
                                .map(place -> place.labeling().labeling().value())
                                .toArray(UUID[]::new),
                        places.stream().mapToInt(Against::classIndex).toArray(),
                        split.name())
                .query(row -> {
                    Objects.requireNonNull(found.get(new Against(labeling(row), row.getInt("class_index"))))
                            .put(row.getInt("hook_point"), reader.read(row));
                });
        return found;
    }

    private static LabelingRef labeling(ResultSet row) throws SQLException {
        return new LabelingRef(
                new DatasetId(row.getObject("dataset_id", UUID.class)),
                new LabelingId(row.getObject("labeling_id", UUID.class)));
    }

    private static double[] doubles(Object array) {
        return Arrays.stream((Double[]) array).mapToDouble(Double::doubleValue).toArray();
    }

    private static long[] longs(Object array) {
        return Arrays.stream((Long[]) array).mapToLong(Long::longValue).toArray();
    }
}
