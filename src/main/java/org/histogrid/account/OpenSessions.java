package org.histogrid.account;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Ends a person's sessions when an administrator sets another password or role: what was granted by the old one ends
/// with it.
@Component
class OpenSessions {

    record AccessChanged(AccountId account) {}

    private final SessionRegistry registry;

    OpenSessions(SessionRegistry registry) {
        this.registry = registry;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onChange(AccessChanged event) {
        registry.getAllPrincipals().stream()
                .filter(principal -> principal instanceof MemberPrincipal person
                        && person.member().id().equals(event.account()))
                .flatMap(principal -> registry.getAllSessions(principal, false).stream())
                .forEach(SessionInformation::expireNow);
    }
}
