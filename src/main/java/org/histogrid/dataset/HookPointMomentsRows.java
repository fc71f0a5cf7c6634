package org.histogrid.dataset;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Moments where they are kept, beside the hook points, and the values they come from.
@Component
class HookPointMomentsRows {

    private final JdbcClient jdbc;
    private final VectorScan vectors;
    private final TransactionTemplate ownTransaction;

    HookPointMomentsRows(JdbcClient jdbc, VectorScan vectors, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vectors = vectors;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Those of these hook points that are there, with nothing where their moments are not known yet.
    Map<HookPointRef, Optional<HookPointMoments>> find(Collection<HookPointRef> wanted) {
        var found = new HashMap<HookPointRef, Optional<HookPointMoments>>();
        jdbc.sql("""
                        select dataset_id, id, finite_values, mean, sd from hook_point
                        join unnest(cast(? as uuid[]), cast(? as integer[])) as wanted (dataset_id, id)
                            using (dataset_id, id)
                        """)
                .params(
                        wanted.stream().map(ref -> ref.dataset().value()).toArray(UUID[]::new),
                        wanted.stream().mapToInt(HookPointRef::hookPoint).toArray())
                .query(row -> {
                    var ref =
                            new HookPointRef(new DatasetId(row.getObject("dataset_id", UUID.class)), row.getInt("id"));
                    var count = row.getLong("finite_values");
                    found.put(
                            ref,
                            row.wasNull()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new HookPointMoments(count, row.getDouble("mean"), row.getDouble("sd"))));
                });
        return found;
    }

    /// Reads every vector once. Needs a transaction.
    HookPointMoments compute(HookPointRef ref, int samples) {
        var sum = new Moments[] {Moments.NONE};
        vectors.forEach(ref, samples, vector -> {
            sum[0] = sum[0].merge(Moments.of(ActivationCodec.decode(vector.payload(), vector.encoding())));
        });
        return HookPointMoments.of(sum[0]);
    }

    /// In a transaction of its own, as who asks may only be reading. Passes over a row that somebody holds,
    /// rather than wait for the one who waits for this.
    void store(HookPointRef ref, HookPointMoments moments) {
        ownTransaction.executeWithoutResult(status -> jdbc.sql("""
                        update hook_point set finite_values = ?, mean = ?, sd = ?
                        where (dataset_id, id) in (
                            select dataset_id, id from hook_point
                            where dataset_id = ? and id = ? and finite_values is null
                            for no key update skip locked)
                        """)
                .params(
                        moments.count(),
                        moments.mean(),
                        moments.sd(),
                        ref.dataset().value(),
                        ref.hookPoint())
                .update());
    }
}
