package org.histogrid.account.ui;

import org.histogrid.account.Role;

final class RoleWords {

    private RoleWords() {}

    static String of(Role role) {
        return switch (role) {
            case ADMIN -> "Administrator";
            case MEMBER -> "Member";
        };
    }
}
