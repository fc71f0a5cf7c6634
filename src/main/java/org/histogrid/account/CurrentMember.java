package org.histogrid.account;

import java.util.Optional;
import org.histogrid.base.Denied;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who is logged in on this request, in a view or by a token.
@Component
public class CurrentMember {

    CurrentMember() {}

    public Optional<Member> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof MemberPrincipal principal
                ? Optional.of(principal.member())
                : Optional.empty();
    }

    public Member get() {
        return find().orElseThrow(() -> new Denied("Log in first."));
    }
}
