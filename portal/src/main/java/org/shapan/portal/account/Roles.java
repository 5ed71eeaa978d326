package org.shapan.portal.account;

/** Names of roles (domain 1.1) that the portal itself asks for. */
public final class Roles {
    /** May do everything, including administration. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
