package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.histogrid.base.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Reads the sample table; its attributes are JSON, so it is read with SQL rather than mapped.
@Component
class Samples {

    private final JdbcClient jdbc;

    Samples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Sample> page(DatasetId dataset, long offset, int limit) {
        return jdbc.sql("""
                        select ordinal, coalesce(external_id, '') as external_id, coalesce(text, '') as text,
                               attributes::text as attributes
                        from sample where dataset_id = ? and ordinal >= ? order by ordinal limit ?
                        """)
                .params(dataset.value(), offset, limit)
                .query((row, number) -> new Sample(
                        row.getInt("ordinal"),
                        row.getString("external_id"),
                        row.getString("text"),
                        Json.read(row.getString("attributes"), new TypeReference<LinkedHashMap<String, String>>() {})))
                .list();
    }

    /// The values of a column by ordinal, empty where a sample has none.
    List<String> column(UUID dataset, String column) {
        var values = new ArrayList<String>();
        jdbc.sql("""
                        select coalesce(attributes ->> ?, '') as value
                        from sample where dataset_id = ? order by ordinal
                        """).params(column, dataset).query(row -> {
            values.add(row.getString("value"));
        });
        return values;
    }
}
