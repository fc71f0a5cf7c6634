package org.histogrid.account;

public enum Role {
    ADMIN,
    MEMBER;

    /// Names for `@RolesAllowed`, which takes constants only.
    public static final class Name {
        public static final String ADMIN = "ADMIN";
        public static final String MEMBER = "MEMBER";

        private Name() {}
    }
}
