package org.histogrid.base.store;

/// What the embedded PostgreSQL is told. The files are written at every start; `alter system` is the place for
/// settings of one's own and wins over them.
final class ServerConfig {

    private ServerConfig() {}

    static String settings(int port) {
        return """
                # Written by Histogrid at every start. Use "alter system" for settings of your own.

                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                password_encryption = 'scram-sha-256'

                # What was committed stays, also when the power fails
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                # Imports write gigabytes: fewer checkpoints, and each page written to the log in full less often
                shared_buffers = 256MB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                max_wal_size = 4GB
                checkpoint_timeout = 15min
                jit = off

                timezone = 'UTC'
                lc_messages = 'C'
                default_text_search_config = 'pg_catalog.simple'

                # One file a day of the week
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                log_timezone = 'UTC'
                """.formatted(port);
    }

    static String access() {
        return """
                # Written by Histogrid at every start
                host all all 127.0.0.1/32 scram-sha-256
                """;
    }
}
