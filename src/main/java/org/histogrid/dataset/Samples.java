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

    /// Gives each sample a further attribute; those whose cell is empty get none.
    void addColumn(DatasetId dataset, String column, List<String> cells) {
        for (var from = 0; from < cells.size(); from += ROWS_AT_ONCE) {
            var to = Math.min(cells.size(), from + ROWS_AT_ONCE);
            jdbc.sql("""
                            update sample set attributes = attributes || jsonb_build_object(cast(? as text), one.cell)
                            from unnest(cast(? as text[])) with ordinality as one (cell, place)
                            where dataset_id = ? and ordinal = ? + one.place - 1 and one.cell <> ''
                            """)
                    .params(column, cells.subList(from, to).toArray(String[]::new), dataset.value(), from)
                    .update();
        }
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
