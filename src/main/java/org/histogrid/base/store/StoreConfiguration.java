package org.histogrid.base.store;

import org.histogrid.base.HistogridSettings;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    @Conditional(UrlMissing.class)
    EmbeddedServer embeddedServer(HistogridSettings settings) {
        return EmbeddedServer.startedIn(settings.data());
    }

    @Bean
    @Conditional(UrlGiven.class)
    JdbcConnectionDetails ownDatabase(HistogridSettings settings) {
        var db = settings.db();
        return new OwnDatabase(
                db.url().orElseThrow(), db.user().orElse(""), db.password().orElse(""));
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

    static class UrlGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("histogrid.db.url", "").isBlank();
        }
    }

    static class UrlMissing extends UrlGiven {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
