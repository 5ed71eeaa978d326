package org.shapan.portal.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens by which programs call {@code /api} as an account, with its rights of that moment. */
@Repository
public class AccountTokens {
    /** What every token begins with, so that people and scanners recognise one. */
    public static final String PREFIX = "shapan_";

    private static final Duration USED_AGAIN = Duration.ofMinutes(1);

    /**
     * A token without its secret.
     *
     * @param used when it was last used, to the minute; empty for never
     */
    public record Entry(long id, String login, String name, Instant created, Instant expires, Optional<Instant> used) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock = Clock.systemUTC();

    public AccountTokens(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Issues a token; the answer is the only copy of its secret. */
    public String issue(long account, String name, Duration life) {
        String secret = PREFIX + Secret.random();
        OffsetDateTime now = now();
        jdbc.sql("insert into account_token (account_id, name, hash, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(account, name, Secret.hash(secret), now, now.plus(life))
                .update();
        return secret;
    }

    /** Tokens of an account that still open, the newest first. */
    public List<Entry> of(long account) {
        return jdbc.sql(
                        "select t.id, a.login, t.name, t.created_at, t.expires_at, t.used_at from account_token t"
                                + " join account a on a.id = t.account_id where a.id = ? and t.expires_at > ? order by t.id desc")
                .params(account, now())
                .query((row, n) -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(6, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** Ends a token. */
    public void revoke(long id) {
        jdbc.sql("delete from account_token where id = ?").param(id).update();
    }

    /** Whom a token stands for; empty where it does not open, or the account is disabled. */
    public Optional<PortalUser> user(String secret) {
        if (secret == null || !secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String hash = Secret.hash(secret);
        OffsetDateTime now = now();
        Optional<String> login = jdbc.sql("select a.login from account_token t join account a on a.id = t.account_id"
                        + " where t.hash = ? and t.expires_at > ? and a.enabled")
                .params(hash, now)
                .query(String.class)
                .optional();
        login.ifPresent(known -> jdbc.sql(
                        "update account_token set used_at = ? where hash = ? and (used_at is null or used_at < ?)")
                .params(now, hash, now.minus(USED_AGAIN))
                .update());
        return login.flatMap(accounts::find).map(Accounts.Stored::user);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
