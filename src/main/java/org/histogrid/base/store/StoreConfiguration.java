package org.histogrid.base.store;

import org.histogrid.base.HistogridSettings;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(HistogridSettings settings) {
        var db = settings.db();
        return db.url()
                .<JdbcConnectionDetails>map(url ->
                        new OwnDatabase(url, db.user().orElse(""), db.password().orElse("")))
                .orElseThrow();
    }

    private record OwnDatabase(String url, String user, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }
}
