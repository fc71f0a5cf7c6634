package org.histogrid.screening;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.histogrid.base.Json;
import org.histogrid.dataset.DatasetId;
import org.histogrid.stats.OutlierCuts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The cuts that somebody chose.
@Component
class CutRows {

    private final JdbcClient jdbc;

    CutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<DatasetId, OutlierCuts> find(Collection<DatasetId> datasets) {
        var found = new HashMap<DatasetId, OutlierCuts>();
        jdbc.sql("select dataset_id, cuts from outlier_cuts where dataset_id = any(?)")
                .param(datasets.stream().map(DatasetId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new DatasetId(row.getObject("dataset_id", UUID.class)),
                            Json.read(row.getString("cuts"), OutlierCuts.class));
                });
        return found;
    }

    void store(DatasetId dataset, OutlierCuts cuts) {
        jdbc.sql("""
                        insert into outlier_cuts (dataset_id, cuts) values (?, cast(? as jsonb))
                        on conflict (dataset_id) do update set cuts = excluded.cuts
                        """).params(dataset.value(), Json.write(cuts)).update();
    }
}
