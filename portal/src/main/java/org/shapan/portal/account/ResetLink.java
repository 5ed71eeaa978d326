package org.shapan.portal.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links by which a person sets a new password. An administrator issues one and never learns the password. */
@Component
public class ResetLink {
    /** How long a link opens. */
    public static final Duration LIFE = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock = Clock.systemUTC();

    public ResetLink(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Issues the token that {@code /reset?token=…} takes; an earlier one of the account ends. */
    @Transactional
    public String issue(long account) {
        String secret = Secret.random();
        jdbc.sql("delete from account_reset where account_id = ?")
                .param(account)
                .update();
        jdbc.sql("insert into account_reset (account_id, hash, expires_at) values (?, ?, ?)")
                .params(account, Secret.hash(secret), now().plus(LIFE))
                .update();
        return secret;
    }

    /** Login of the account whose link this is; empty where it does not open (any more). */
    public Optional<String> opens(String token) {
        return account(token).flatMap(accounts::account).map(Account::login);
    }

    /**
     * Sets the password and ends the link.
     *
     * @return login of the account; empty where the link does not open: nothing was changed
     * @throws IllegalAccountException where the password breaks the rules: the link stays
     */
    @Transactional
    public Optional<String> redeem(String token, String password) {
        NewAccount.checkPassword(password);
        Optional<Long> account = account(token);
        if (account.isEmpty()
                || jdbc.sql("delete from account_reset where account_id = ? and hash = ?")
                                .params(account.get(), Secret.hash(token))
                                .update()
                        == 0) {
            return Optional.empty();
        }
        accounts.setPassword(account.get(), password);
        return accounts.account(account.get()).map(Account::login);
    }

    private Optional<Long> account(String token) {
        return jdbc.sql("select r.account_id from account_reset r join account a on a.id = r.account_id"
                        + " where r.hash = ? and r.expires_at > ? and a.enabled")
                .params(Secret.hash(token == null ? "" : token), now())
                .query(Long.class)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
