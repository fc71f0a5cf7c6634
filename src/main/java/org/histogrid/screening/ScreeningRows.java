package org.histogrid.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.ScreeningStatus.Point;
import org.histogrid.screening.ScreeningStatus.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How far screenings have come, as PostgreSQL knows it. Knows nobody: who may see them is for the caller to ask.
@Component
@Transactional
class ScreeningRows {

    private static final String OF_ONE = " where dataset_id = ? and labeling_id = ? and hook_point = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    ScreeningRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Until the transaction ends, nobody else asks for this labeling, or finds that nothing of it is left to do.
    void lock(LabelingRef ref) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("screening " + ref.dataset() + " " + ref.labeling())
                .query(row -> {});
    }

    /// Keeps the dataset and the labeling where they are until the transaction ends. Who deletes them locks them first
    /// and what belongs to them afterwards: in another order, both would wait for each other.
    private void hold(Collection<LabelingRef> refs) {
        var datasets = refs.stream().map(ref -> ref.dataset().value()).toArray(UUID[]::new);
        jdbc.sql("select 1 from dataset where id = any(?) order by id for key share")
                .param(datasets)
                .query(row -> {});
        jdbc.sql("select 1 from labeling where dataset_id = any(?) and id = any(?) order by id for key share")
                .params(
                        datasets,
                        refs.stream().map(ref -> ref.labeling().value()).toArray(UUID[]::new))
                .query(row -> {});
    }

    /// Asks for those that nobody asked for before.
    ///
    /// @param neurons how many each has
    /// @return the labelings of those
    Set<LabelingRef> add(Map<ScreeningRef, Integer> neurons) {
        var wanted = List.copyOf(neurons.keySet());
        hold(wanted.stream().map(ScreeningRef::labeling).collect(Collectors.toSet()));
        return jdbc
                .sql("""
                        insert into screening
                            (dataset_id, labeling_id, hook_point, neurons, state, null_state, requested_at)
                        select dataset_id, labeling_id, hook_point, neurons, 'QUEUED', 'QUEUED', ?
                        from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as integer[]), cast(? as integer[]))
                            as wanted (dataset_id, labeling_id, hook_point, neurons)
                        on conflict do nothing returning dataset_id, labeling_id
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        uuids(wanted, ref -> ref.labeling().dataset().value()),
                        uuids(wanted, ref -> ref.labeling().labeling().value()),
                        wanted.stream().mapToInt(ScreeningRef::hookPoint).toArray(),
                        wanted.stream().mapToInt(neurons::get).toArray())
                .query((row, number) -> new LabelingRef(
                        new DatasetId(row.getObject("dataset_id", UUID.class)),
                        new LabelingId(row.getObject("labeling_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static UUID[] uuids(List<ScreeningRef> refs, Function<ScreeningRef, UUID> of) {
        return refs.stream().map(of).toArray(UUID[]::new);
    }

    /// By hook point.
    @Transactional(readOnly = true)
    public List<Point> find(LabelingRef ref) {
        return jdbc.sql("select * from screening where dataset_id = ? and labeling_id = ? order by hook_point")
                .params(ref.dataset().value(), ref.labeling().value())
                .query(ScreeningRows::point)
                .list();
    }

    /// Those that can be ranked, of several labelings.
    @Transactional(readOnly = true)
    public Map<ScreeningRef, Point> findDone(Collection<LabelingRef> wanted) {
        var found = new HashMap<ScreeningRef, Point>();
        jdbc.sql("""
                        select screening.* from screening
                        join unnest(cast(? as uuid[]), cast(? as uuid[])) as wanted (dataset_id, labeling_id)
                            using (dataset_id, labeling_id)
                        where state = 'DONE'
                        """)
                .params(
                        wanted.stream().map(ref -> ref.dataset().value()).toArray(UUID[]::new),
                        wanted.stream().map(ref -> ref.labeling().value()).toArray(UUID[]::new))
                .query(row -> {
                    var labeling = new LabelingRef(
                            new DatasetId(row.getObject("dataset_id", UUID.class)),
                            new LabelingId(row.getObject("labeling_id", UUID.class)));
                    var point = point(row, 0);
                    found.put(new ScreeningRef(labeling, point.hookPoint()), point);
                });
        return found;
    }

    private static Point point(ResultSet row, int number) throws SQLException {
        return new Point(
                row.getInt("hook_point"),
                State.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("neurons"),
                row.getString("problem"),
                State.valueOf(row.getString("null_state")),
                row.getInt("null_done"),
                row.getInt("run"),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }

    /// Queues again what failed or was stopped.
    void resume(LabelingRef ref) {
        hold(Set.of(ref));
        jdbc.sql("""
                        update screening set
                            state = case when state in ('FAILED', 'CANCELLED') then 'QUEUED' else state end,
                            null_state = case when null_state in ('FAILED', 'CANCELLED') then 'QUEUED' else null_state end,
                            problem = ''
                        where dataset_id = ? and labeling_id = ?
                        """).params(ref.dataset().value(), ref.labeling().value()).update();
    }

    /// Throws away what is there and queues all of it.
    void restart(LabelingRef ref) {
        hold(Set.of(ref));
        for (var table : List.of("neuron_profile", "screening_null")) {
            jdbc.sql("delete from %s where dataset_id = ? and labeling_id = ?".formatted(table))
                    .params(ref.dataset().value(), ref.labeling().value())
                    .update();
        }
        jdbc.sql("""
                        update screening set state = 'QUEUED', done = 0, problem = '', null_state = 'QUEUED',
                            null_done = 0, run = run + 1, requested_at = ?, finished_at = null
                        where dataset_id = ? and labeling_id = ?
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        ref.dataset().value(),
                        ref.labeling().value())
                .update();
    }

    /// Stops what is not done yet.
    void cancel(LabelingRef ref) {
        hold(Set.of(ref));
        jdbc.sql("""
                        update screening set
                            state = case when state in ('QUEUED', 'RUNNING') then 'CANCELLED' else state end,
                            null_state = case when null_state in ('QUEUED', 'RUNNING') then 'CANCELLED' else null_state end
                        where dataset_id = ? and labeling_id = ?
                        """).params(ref.dataset().value(), ref.labeling().value()).update();
    }

    /// The runs go on where they are still wanted.
    ///
    /// @return whether this one is, in the run it was begun in
    boolean begin(Phase phase, ScreeningRef ref, int run) {
        return update(
                "update screening set %1$s = 'RUNNING'%2$s and run = ? and %1$s in ('QUEUED', 'RUNNING')"
                        .formatted(phase.state, OF_ONE),
                ref,
                run);
    }

    boolean isWanted(Phase phase, ScreeningRef ref, int run) {
        return find(ref.labeling()).stream()
                .anyMatch(point -> point.hookPoint() == ref.hookPoint()
                        && point.run() == run
                        && phase.of(point).isGoingOn());
    }

    /// Locks the row, so that what is written with it belongs to a run that is still wanted.
    ///
    /// @return whether it is
    boolean record(Phase phase, ScreeningRef ref, int run, int done) {
        return update(
                "update screening set %1$s = %2$d%3$s and run = ? and %4$s = 'RUNNING'"
                        .formatted(phase.done, done, OF_ONE, phase.state),
                ref,
                run);
    }

    void finish(Phase phase, ScreeningRef ref, int run) {
        update(
                "update screening set %1$s = 'DONE'%2$s and run = ? and %1$s = 'RUNNING'"
                        .formatted(phase.state, OF_ONE),
                ref,
                run);
        if (phase == Phase.PROFILE) {
            jdbc.sql("update screening set finished_at = ?" + OF_ONE)
                    .params(
                            Timestamp.from(clock.instant()),
                            ref.labeling().dataset().value(),
                            ref.labeling().labeling().value(),
                            ref.hookPoint())
                    .update();
        }
    }

    void fail(Phase phase, ScreeningRef ref, String problem) {
        hold(Set.of(ref.labeling()));
        jdbc.sql("update screening set %s = 'FAILED', problem = ?%s".formatted(phase.state, OF_ONE))
                .params(
                        problem,
                        ref.labeling().dataset().value(),
                        ref.labeling().labeling().value(),
                        ref.hookPoint())
                .update();
    }

    private boolean update(String sql, ScreeningRef ref, int run) {
        hold(Set.of(ref.labeling()));
        return jdbc.sql(sql)
                        .params(
                                ref.labeling().dataset().value(),
                                ref.labeling().labeling().value(),
                                ref.hookPoint(),
                                run)
                        .update()
                > 0;
    }

    /// What there is to compute, each with columns of its own for how far it is.
    enum Phase {
        PROFILE("state", "done"),
        NULL("null_state", "null_done");

        private final String state;
        private final String done;

        Phase(String state, String done) {
            this.state = state;
            this.done = done;
        }

        State of(Point point) {
            return this == PROFILE ? point.state() : point.nullState();
        }
    }
}
