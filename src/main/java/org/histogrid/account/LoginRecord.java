package org.histogrid.account;

import java.time.Clock;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks people up for the login and locks an account for a while after repeated failures.
@Service
@Transactional
class LoginRecord implements UserDetailsService {

    private final Accounts accounts;
    private final Clock clock;

    LoginRecord(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String name) {
        return accounts.findByName(plain(name))
                .map(account -> new MemberPrincipal(
                        account.toMember(), account.passwordHash(), account.isLocked(clock.instant())))
                .orElseThrow(() -> new UsernameNotFoundException("Nobody of this name"));
    }

    @EventListener
    void onFailure(AuthenticationFailureBadCredentialsEvent event) {
        accounts.findForUpdateByName(plain(event.getAuthentication().getName()))
                .ifPresent(account -> account.recordFailedLogin(clock.instant()));
    }

    @EventListener
    void onSuccess(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof MemberPrincipal principal) {
            accounts.findForUpdateByName(principal.getUsername()).ifPresent(Account::recordLogin);
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
