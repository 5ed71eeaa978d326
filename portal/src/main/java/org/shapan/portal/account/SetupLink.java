package org.shapan.portal.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The one-time link that creates the first account. A fresh secret is made by every start that finds no account; it
 * lives in memory only and ends with its first success. There is no default password.
 */
@Component
public class SetupLink {
    private static final int TOKEN_BYTES = 32;

    private final Accounts accounts;
    private final ReentrantLock lock = new ReentrantLock();
    private String token;

    public SetupLink(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Issues the token that {@code /setup?token=…} takes; an earlier one ends. */
    public String issue() {
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        lock.lock();
        try {
            token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            return token;
        } finally {
            lock.unlock();
        }
    }

    /** Whether this token opens the set-up page now. Compares in constant time. */
    public boolean opens(String candidate) {
        lock.lock();
        try {
            return matches(candidate) && accounts.none();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Creates the first account with the role of an administrator and ends the link.
     *
     * @return false where the token does not open (any more): nothing was created
     * @throws IllegalAccountException where login or password break the rules: the link stays
     */
    public boolean redeem(String candidate, String login, String password) {
        NewAccount account = new NewAccount(login, null, password, Set.of(Roles.ADMIN), List.of());
        lock.lock();
        try {
            if (!opens(candidate)) {
                return false;
            }
            accounts.create(account);
            token = null;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean matches(String candidate) {
        return token != null
                && candidate != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }
}
