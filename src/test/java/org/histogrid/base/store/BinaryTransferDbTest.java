package org.histogrid.base.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.histogrid.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.core.Field;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class BinaryTransferDbTest {

    @Autowired
    private DataSource dataSource;

    @Test
    void bytesTravelInBinaryFromTheFirstExecutionOn() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select decode('00ff10', 'hex') as payload")) {
            for (int execution = 1; execution <= 3; execution++) {
                try (var rows = statement.executeQuery()) {
                    var format =
                            rows.getMetaData().unwrap(PGResultSetMetaData.class).getFormat(1);
                    assertThat(format).as("execution %d", execution).isEqualTo(Field.BINARY_FORMAT);
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getBytes(1)).containsExactly(0x00, 0xff, 0x10);
                }
            }
        }
    }

    @Test
    void batchesOfInsertsAreSentAsOneStatement() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("create temporary table batch (n int)");
            }
            try (var insert = connection.prepareStatement("insert into batch values (?)")) {
                for (int n = 0; n < 100; n++) {
                    insert.setInt(1, n);
                    insert.addBatch();
                }
                // A batch that was rewritten cannot say how many rows each of its statements touched
                assertThat(insert.executeBatch()).hasSize(100).containsOnly(Statement.SUCCESS_NO_INFO);
            }
        }
    }

    @Test
    void theSessionIsDeliberatelyNotInUtc() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show timezone")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isNotIn("UTC", "Etc/UTC", "GMT");
        }
    }
}
