package org.shapan.portal.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An account to be created. The constructor throws {@link IllegalAccountException} where login or password break the
 * rules.
 */
public record NewAccount(String login, String name, String password, Set<String> roles, List<String> areas) {
    public static final int MIN_PASSWORD = 8;
    public static final int MAX_PASSWORD = 200;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    public NewAccount {
        login = login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(login).matches()) {
            throw new IllegalAccountException(IllegalAccountException.Rule.LOGIN);
        }
        checkPassword(password);
        name = name == null || name.isBlank() ? login : name.strip();
        roles = Set.copyOf(roles);
        areas = List.copyOf(areas);
    }

    /** Throws {@link IllegalAccountException} where a password breaks the rules. */
    static void checkPassword(String password) {
        if (password == null || password.length() < MIN_PASSWORD) {
            throw new IllegalAccountException(IllegalAccountException.Rule.PASSWORD_SHORT);
        }
        if (password.length() > MAX_PASSWORD) {
            throw new IllegalAccountException(IllegalAccountException.Rule.PASSWORD_LONG);
        }
    }

    @Override
    public String toString() {
        return "NewAccount[" + login + "]";
    }
}
