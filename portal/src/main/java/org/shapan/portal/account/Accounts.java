package org.shapan.portal.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.shapan.portal.text.Language;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Local accounts in the metadata database. Passwords are stored as Argon2 hashes only. */
@Repository
public class Accounts {
    /** A user with the hash of the password, never kept longer than one sign-in. */
    public record Stored(PortalUser user, String passwordHash) {
        @Override
        public String toString() {
            return "Stored[" + user.login() + "]";
        }
    }

    private record Row(long id, String login, String name, String passwordHash) {}

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final ConcurrentMap<Long, Integer> revisions = new ConcurrentHashMap<>();

    public Accounts(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
    }

    /** Whether no account exists yet, so that the portal must be set up. */
    public boolean none() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    /** Creates an account. Throws {@link IllegalAccountException} with rule {@code EXISTS} where the login is taken. */
    @Transactional
    public PortalUser create(NewAccount account) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("insert into account (login, name, password_hash) values (?, ?, ?)")
                    .params(account.login(), account.name(), encoder.encode(account.password()))
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            throw new IllegalAccountException(IllegalAccountException.Rule.EXISTS);
        }
        long id = key.getKeyAs(Number.class).longValue();
        grant(id, account.roles(), account.areas());
        return new PortalUser(id, account.login(), account.name(), account.roles(), account.areas());
    }

    /** The enabled account of a login; empty for an unknown, blank or disabled one. */
    public Optional<Stored> find(String login) {
        if (login == null || login.isBlank()) {
            return Optional.empty();
        }
        return jdbc.sql("select id, login, name, password_hash from account where login = ? and enabled")
                .param(login.strip().toLowerCase(Locale.ROOT))
                .query(Row.class)
                .optional()
                .map(row -> new Stored(
                        new PortalUser(row.id(), row.login(), row.name(), roles(row.id()), areas(row.id())),
                        row.passwordHash()));
    }

    /** All accounts by login, disabled ones too. */
    public List<Account> all() {
        return jdbc.sql("select id, login, name, email, enabled from account order by login")
                .query((row, n) -> account(row))
                .list();
    }

    /** An account by its number, disabled ones too. */
    public Optional<Account> account(long id) {
        return jdbc.sql("select id, login, name, email, enabled from account where id = ?")
                .param(id)
                .query((row, n) -> account(row))
                .optional();
    }

    /**
     * Changes name, address, roles, areas and whether it is enabled; ends the sessions of the account. Throws
     * {@link IllegalAccountException} with rule {@code LAST_ADMIN} where no administrator would be left.
     */
    @Transactional
    public void update(Account account) {
        boolean left = account.administrator()
                || all().stream().anyMatch(other -> other.id() != account.id() && other.administrator());
        if (!left) {
            throw new IllegalAccountException(IllegalAccountException.Rule.LAST_ADMIN);
        }
        jdbc.sql("update account set name = ?, email = ?, enabled = ? where id = ?")
                .params(
                        account.name(),
                        account.email().isEmpty() ? null : account.email(),
                        account.enabled(),
                        account.id())
                .update();
        jdbc.sql("delete from account_role where account_id = ?")
                .param(account.id())
                .update();
        jdbc.sql("delete from account_area where account_id = ?")
                .param(account.id())
                .update();
        grant(account.id(), account.roles(), account.areas());
        changed(account.id());
    }

    /** Sets the password and ends the sessions of the account. Throws {@link IllegalAccountException} where it breaks the rules. */
    public void setPassword(long id, String password) {
        NewAccount.checkPassword(password);
        jdbc.sql("update account set password_hash = ? where id = ?")
                .params(encoder.encode(password), id)
                .update();
        changed(id);
    }

    /** How often the account has changed since this process began: a session that began at another number ends. */
    public int revision(long id) {
        return revisions.getOrDefault(id, 0);
    }

    private void changed(long id) {
        revisions.merge(id, 1, Integer::sum);
    }

    private void grant(long id, Set<String> roles, List<String> areas) {
        roles.forEach(role -> jdbc.sql("insert into account_role (account_id, role) values (?, ?)")
                .params(id, role)
                .update());
        areas.forEach(area -> jdbc.sql("insert into account_area (account_id, member) values (?, ?)")
                .params(id, area)
                .update());
    }

    private Account account(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Account(
                id,
                row.getString("login"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("enabled"),
                roles(id),
                areas(id));
    }

    public Preferences preferences(PortalUser user) {
        return jdbc.sql("select language, dark from account where id = ?")
                .param(user.id())
                .query((row, n) -> new Preferences(Language.ofCode(row.getString(1)), row.getBoolean(2)))
                .optional()
                .orElse(new Preferences(Optional.empty(), false));
    }

    public void saveLanguage(PortalUser user, Language language) {
        jdbc.sql("update account set language = ? where id = ?")
                .params(language.code(), user.id())
                .update();
    }

    public void saveDark(PortalUser user, boolean dark) {
        jdbc.sql("update account set dark = ? where id = ?")
                .params(dark, user.id())
                .update();
    }

    private Set<String> roles(long id) {
        return Set.copyOf(jdbc.sql("select role from account_role where account_id = ?")
                .param(id)
                .query(String.class)
                .list());
    }

    private List<String> areas(long id) {
        return jdbc.sql("select member from account_area where account_id = ? order by member")
                .param(id)
                .query(String.class)
                .list();
    }
}
