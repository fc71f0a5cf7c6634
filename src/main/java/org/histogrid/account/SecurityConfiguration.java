package org.histogrid.account;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/// Two ways in: the browser by form login and session, scripts by token and nothing kept.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    @Order(1)
    SecurityFilterChain scripts(HttpSecurity http, TokenService tokens) {
        return http.securityMatcher("/api/**", "/health")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/health", "/api/v1/openapi.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // No cookie is read here, so there is nothing for another site to misuse.
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(tokens), BasicAuthenticationFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(TokenFilter::refuse))
                .build();
    }

    /// Files that the browser sends in pieces: with the session of its page and the token against forged requests,
    /// answered with a status and never with the login page.
    @Bean
    @Order(2)
    SecurityFilterChain uploads(HttpSecurity http, SessionRegistry sessions) {
        return http.securityMatcher("/uploads", "/uploads/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(management -> management
                        .sessionCreationPolicy(SessionCreationPolicy.NEVER)
                        .maximumSessions(-1)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(
                                event -> event.getResponse().sendError(HttpStatus.UNAUTHORIZED.value())))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browser(HttpSecurity http, SessionRegistry sessions) {
        return http.headers(headers -> headers.referrerPolicy(
                                // A share link is a secret in a URL: it must not travel to other sites.
                                policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frames -> frames.sameOrigin()))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/favicon.svg", "/icons/**", "/styles/**", "/s/*/figure.*")
                                .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login")
                                // An address that is no page is for the page that says so, not for an empty refusal.
                                .anyRequest(request -> request.authenticated()))
                .sessionManagement(management ->
                        management.maximumSessions(-1).sessionRegistry(sessions).expiredUrl("/login?expired"))
                .addFilterAfter(new LoginTokenFilter(), CsrfFilter.class)
                // After Vaadin has named the login page: before, Spring would make one of its own.
                .formLogin(login -> login.failureHandler(new LoginFailure()))
                .build();
    }
}
