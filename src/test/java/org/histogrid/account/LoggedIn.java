package org.histogrid.account;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// Logs somebody in on the thread of a test, before it opens a view.
public final class LoggedIn {

    private LoggedIn() {}

    public static void as(Member member) {
        var principal = new MemberPrincipal(member, "", false);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, "", principal.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }

    public static void nobody() {
        SecurityContextHolder.clearContext();
    }
}
