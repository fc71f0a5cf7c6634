package org.histogrid.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class AccountService {

    public static final int PASSWORD_MIN_LENGTH = 8;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountService(Accounts accounts, PasswordEncoder passwords, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(AccountId id) {
        return accounts.findById(id.value()).map(Account::toMember);
    }

    @Transactional(readOnly = true)
    public Optional<Member> findByName(String name) {
        return accounts.findByName(name).map(Account::toMember);
    }

    /// Names by id, for showing who did what.
    @Transactional(readOnly = true)
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        return accounts.findAllByIdIn(ids.stream().map(AccountId::value).toList()).stream()
                .collect(Collectors.toMap(account -> account.toMember().id(), Account::name));
    }

    @Transactional(readOnly = true)
    public List<Member> people(Member by) {
        requireAdmin(by);
        return accounts.findAllByOrderByName().stream().map(Account::toMember).toList();
    }

    public Member add(Member by, String name, Role role, String password) {
        requireAdmin(by);
        return create(name, role, password);
    }

    /// The password of another person is set by an administrator, one's own by anyone who knows it.
    public void resetPassword(Member by, AccountId of, String password) {
        requireAdmin(by);
        account(of).changePassword(hashed(password));
        events.publishEvent(new OpenSessions.AccessChanged(of));
    }

    public void changeRole(Member by, AccountId of, Role role) {
        requireAdmin(by);
        if (by.id().equals(of)) {
            throw new BadInput("You cannot change your own role: ask another administrator.");
        }
        account(of).becomes(role);
        events.publishEvent(new OpenSessions.AccessChanged(of));
    }

    public void changeOwnPassword(Member by, String current, String password) {
        var account = account(by.id());
        if (!passwords.matches(current, account.passwordHash())) {
            throw new BadInput("The current password is not right.").forField("current");
        }
        account.changePassword(hashed(password));
    }

    /// True while nobody can log in yet.
    @Transactional(readOnly = true)
    boolean isEmpty() {
        return accounts.count() == 0;
    }

    Member create(String name, Role role, String password) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(plain).matches()) {
            throw new BadInput("A name has 1 to 64 of the letters a-z, digits, dots, hyphens and underscores.")
                    .forField("name");
        }
        try {
            return accounts.saveAndFlush(new Account(plain, role, hashed(password), clock.instant()))
                    .toMember();
        } catch (DataIntegrityViolationException e) {
            throw new BadInput("Somebody is called %s already.".formatted(plain), e).forField("name");
        }
    }

    private String hashed(String password) {
        if (password.length() < PASSWORD_MIN_LENGTH) {
            throw new BadInput("A password has at least %d characters.".formatted(PASSWORD_MIN_LENGTH))
                    .forField("password");
        }
        // BCrypt reads 72 bytes and ignores the rest; a longer password would promise more than it gives.
        if (password.getBytes(StandardCharsets.UTF_8).length > 72) {
            throw new BadInput("A password has at most 72 bytes.").forField("password");
        }
        return passwords.encode(password);
    }

    private Account account(AccountId id) {
        return accounts.findById(id.value()).orElseThrow(() -> new NotFound("This account"));
    }

    private static void requireAdmin(Member by) {
        if (!by.isAdmin()) {
            throw new Denied("Only an administrator can do this.");
        }
    }
}
