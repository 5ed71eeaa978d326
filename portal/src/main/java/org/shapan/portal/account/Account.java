package org.shapan.portal.account;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An account as administrators see it.
 *
 * @param email where reports for the person go; empty for none
 * @param areas as in {@link PortalUser}
 */
public record Account(
        long id, String login, String name, String email, boolean enabled, Set<String> roles, List<String> areas) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int MAX_EMAIL = 254;

    /** Throws {@link IllegalAccountException} where the address breaks the rule. */
    public Account {
        name = name == null || name.isBlank() ? login : name.strip();
        email = email == null ? "" : email.strip();
        if (!email.isEmpty()
                && (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches())) {
            throw new IllegalAccountException(IllegalAccountException.Rule.EMAIL);
        }
        roles = Set.copyOf(roles);
        areas = areas.stream().distinct().sorted().toList();
    }

    public boolean administrator() {
        return enabled && roles.contains(Roles.ADMIN);
    }
}
