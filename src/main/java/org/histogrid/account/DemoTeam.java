package org.histogrid.account;

import java.util.List;

/// Accounts of demo mode, named by role; their passwords stand on the login page there and nowhere else.
public record DemoTeam(String account, String password, Role role, String what) {

    public static final DemoTeam ADMIN = new DemoTeam("admin", "admin-demo", Role.ADMIN, "administrator");
    public static final DemoTeam MEMBER = new DemoTeam("member", "member-demo", Role.MEMBER, "team member");
    public static final DemoTeam COLLEAGUE = new DemoTeam("colleague", "colleague-demo", Role.MEMBER, "another member");

    public static List<DemoTeam> all() {
        return List.of(ADMIN, MEMBER, COLLEAGUE);
    }
}
