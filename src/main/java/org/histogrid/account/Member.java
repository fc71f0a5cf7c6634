package org.histogrid.account;

import java.io.Serializable;

/// A person of the team, as the rest of the application sees one.
public record Member(AccountId id, String name, Role role) implements Serializable {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
