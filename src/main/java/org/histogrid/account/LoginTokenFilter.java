package org.histogrid.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Vaadin leaves the login out of the protection against forged requests. Another site could then log somebody in
/// under its own account and see what he uploads, so the login needs the token of its page too. A page that was open
/// too long has none any more: it is shown again, with a word on why.
class LoginTokenFilter extends OncePerRequestFilter {

    private final RequestMatcher login =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");
    private final XorCsrfTokenRequestAttributeHandler tokens = new XorCsrfTokenRequestAttributeHandler();
    private final DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (login.matches(request) && !bearsToken(request)) {
            redirect.sendRedirect(request, response, "/login?expired");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean bearsToken(HttpServletRequest request) {
        if (!(request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken expected)) {
            return false;
        }
        var token = expected.get();
        var sent = tokens.resolveCsrfTokenValue(request, token);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), token.getToken().getBytes(StandardCharsets.UTF_8));
    }
}
