package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.histogrid.base.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Reads the sample table; its attributes are JSON, so it is read with SQL rather than mapped.
@Component
class Samples {

    private static final int ROWS_AT_ONCE = 5_000;

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

    /// The external ids by ordinal, empty where a sample has none.
    List<String> ids(UUID dataset) {
        return jdbc.sql("select coalesce(external_id, '') from sample where dataset_id = ? order by ordinal")
                .params(dataset)
                .query(String.class)
                .list();
    }

    /// The values of a column by ordinal, empty where a sample has none.
    List<String> column(UUID dataset, String column) {
        var values = new ArrayList<String>();
        forEachCell(dataset, column, values::add);
        return values;
    }

    /// The same one after the other, so that the text of a large column is never held as a whole.
    void forEachCell(UUID dataset, String column, Consumer<String> cells) {
        jdbc.sql("""
                        select coalesce(attributes ->> ?, '') as value
                        from sample where dataset_id = ? order by ordinal
                        """).withFetchSize(ROWS_AT_ONCE).params(column, dataset).query(row -> {
            cells.accept(row.getString("value"));
        });
    }
}
