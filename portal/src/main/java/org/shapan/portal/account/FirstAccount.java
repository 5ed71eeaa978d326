package org.shapan.portal.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How the first account comes to be: from {@code SHAPAN_ADMIN_PASSWORD} for the user {@code admin}, or through a
 * one-time link. Both do nothing once an account exists.
 */
@Component
public class FirstAccount {
    public static final String ADMIN_LOGIN = "admin";

    private final Accounts accounts;
    private final SetupLink link;
    private final String adminPassword;

    public FirstAccount(Accounts accounts, SetupLink link, @Value("${SHAPAN_ADMIN_PASSWORD:}") String adminPassword) {
        this.accounts = accounts;
        this.link = link;
        this.adminPassword = adminPassword;
    }

    /**
     * Prepares the first sign-in.
     *
     * @return the token of the set-up link to show on the console; empty where an account exists now
     * @throws IllegalAccountException where {@code SHAPAN_ADMIN_PASSWORD} breaks the password rule
     */
    public Optional<String> prepare() {
        if (!accounts.none()) {
            return Optional.empty();
        }
        if (adminPassword.isEmpty()) {
            return Optional.of(link.issue());
        }
        accounts.create(new NewAccount(ADMIN_LOGIN, null, adminPassword, Set.of(Roles.ADMIN), List.of()));
        return Optional.empty();
    }
}
