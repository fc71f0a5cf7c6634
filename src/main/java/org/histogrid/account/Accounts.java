package org.histogrid.account;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, UUID> {

    /// At once, so that a name that is taken is told here and not when the transaction ends.
    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByName(String name);

    /// Locked for the count of failed logins: two failures at once must count as two.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Account> findForUpdateByName(String name);

    List<Account> findAllByOrderByName();

    List<Account> findAllByIdIn(Collection<UUID> ids);

    long count();
}
