package org.shapan.portal.account;

import java.util.List;

/** Names of roles (domain 1.1) that the portal itself asks for. */
public final class Roles {
    /** May do everything, including administration. */
    public static final String ADMIN = "admin";

    /** May see numbers of customers in full; each look is in the audit log. */
    public static final String UNMASK = "unmask";

    /** All of them. */
    public static final List<String> ALL = List.of(ADMIN, UNMASK);

    private Roles() {}
}
