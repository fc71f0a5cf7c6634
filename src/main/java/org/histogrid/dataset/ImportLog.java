package org.histogrid.dataset;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.histogrid.dataset.ImportLogLine.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The log of each import. A line is written with the transaction it is told in, and lost with it.
@Component
class ImportLog {

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ImportId id, String line) {
        add(id, Level.INFO, line);
    }

    void add(ImportId id, Level level, String line) {
        jdbc.sql("insert into import_log (import_id, at, level, line) values (?, ?, ?, ?)")
                .params(id.value(), Timestamp.from(clock.instant()), level.name(), plain(line))
                .update();
    }

    /// In the order they were written; the newest ones where there are very many.
    List<ImportLogLine> of(ImportId id) {
        return jdbc.sql("""
                        select at, level, line from import_log where import_id = ? order by number desc limit ?
                        """)
                .params(id.value(), MOST_LINES)
                .query((row, number) -> new ImportLogLine(
                        row.getTimestamp("at").toInstant(),
                        Level.valueOf(row.getString("level")),
                        row.getString("line")))
                .list()
                .reversed();
    }

    static String count(long number, String singular) {
        return "%d %s%s".formatted(number, singular, number == 1 ? "" : "s");
    }

    /// Lines quote files, so what they hold is not trusted to be one short line.
    private static String plain(String line) {
        var plain = line.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LONGEST_LINE ? plain : plain.substring(0, LONGEST_LINE - 1) + "…";
    }
}
