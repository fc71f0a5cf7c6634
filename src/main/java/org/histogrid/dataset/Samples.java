package org.histogrid.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.histogrid.base.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Reads the sample table; its attributes are JSON, so it is read with SQL rather than mapped.
@Component
class Samples {

    private static final int ROWS_AT_ONCE = 5_000;

    /// Numbers by value and before words. What has more digits than a number of PostgreSQL is a word.
    private static final String BY_ATTRIBUTE = """
            case when length(cell) < 100
                      and cell ~ '^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d\\d?\\d?)?\\s*$'
                 then cell::numeric end %1$s nulls last,
            nullif(cell, '') %1$s nulls last,
            """;

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
                .query(Samples::sample)
                .list();
    }

    private static Sample sample(ResultSet row, int number) throws SQLException {
        return new Sample(
                row.getInt("ordinal"),
                row.getString("external_id"),
                row.getString("text"),
                Json.read(row.getString("attributes"), new TypeReference<LinkedHashMap<String, String>>() {}));
    }

    /// The id of each sample in the order of the samples, its ordinal where it has none.
    List<String> ids(DatasetId dataset) {
        return jdbc.sql("""
                        select coalesce(external_id, ordinal::text) from sample where dataset_id = ? order by ordinal
                        """).params(dataset.value()).query(String.class).list();
    }

    /// Those of these ordinals that are there, in any order.
    Map<Integer, Sample> at(DatasetId dataset, int[] ordinals) {
        return jdbc.sql("""
                        select ordinal, coalesce(external_id, '') as external_id, coalesce(text, '') as text,
                               attributes::text as attributes
                        from sample where dataset_id = ? and ordinal = any(cast(? as integer[]))
                        """).params(dataset.value(), ordinals).query(Samples::sample).list().stream()
                .collect(Collectors.toMap(Sample::ordinal, sample -> sample));
    }

    /// Those of these ordinals whose text or id contains a text in any case, in an order; by ordinal where
    /// the order is one that the table does not know.
    int[] search(DatasetId dataset, int[] ordinals, String text, SampleOrder order) {
        var key = switch (order.key()) {
            case ID -> "external_id %1$s nulls last,";
            case TEXT -> "text %1$s nulls last,";
            case ATTRIBUTE -> BY_ATTRIBUTE;
            case ORDINAL, VALUE, CLASS -> "";
        };
        return jdbc
                .sql("""
                        select ordinal from sample
                        cross join lateral (select attributes ->> :column as cell offset 0) as of_column
                        where dataset_id = :dataset and ordinal = any(cast(:ordinals as integer[]))
                          and (:text = '' or position(lower(:text) in lower(text)) > 0
                               or position(lower(:text) in lower(external_id)) > 0)
                        order by %s ordinal
                        """.formatted(key.formatted(order.isDescending() ? "desc" : "asc")))
                .param("dataset", dataset.value())
                .param("ordinals", ordinals)
                .param("text", text)
                .param("column", order.attribute())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
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
