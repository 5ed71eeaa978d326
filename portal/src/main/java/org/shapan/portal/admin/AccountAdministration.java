package org.shapan.portal.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shapan.portal.account.Account;
import org.shapan.portal.account.AccountTokens;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.ResetLink;
import org.shapan.portal.account.Secret;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with accounts, each step on record in the transaction that does it. */
@Service
class AccountAdministration {
    private final Accounts accounts;
    private final ResetLink links;
    private final AccountTokens tokens;
    private final Audit audit;

    AccountAdministration(Accounts accounts, ResetLink links, AccountTokens tokens, Audit audit) {
        this.accounts = accounts;
        this.links = links;
        this.tokens = tokens;
        this.audit = audit;
    }

    List<Account> all() {
        return accounts.all();
    }

    /** Creates an account that has no password until its person sets one by a link. */
    @Transactional
    Account create(String login, String name, String email, Set<String> roles, List<String> areas) {
        PortalUser user = accounts.create(new NewAccount(login, name, Secret.random(), roles, areas));
        Account account = new Account(user.id(), user.login(), name, email, true, roles, areas);
        accounts.update(account);
        record(account.login() + ": created; " + rights(account));
        return account;
    }

    /** Saves what changed; the account's sessions end. */
    @Transactional
    void save(Account account) {
        Account before = accounts.account(account.id()).orElseThrow();
        accounts.update(account);
        List<String> changes = new ArrayList<>();
        if (before.enabled() != account.enabled()) {
            changes.add(account.enabled() ? "enabled" : "disabled");
        }
        if (!before.name().equals(account.name()) || !before.email().equals(account.email())) {
            changes.add("name or address");
        }
        if (!rights(before).equals(rights(account))) {
            changes.add(rights(before) + " → " + rights(account));
        }
        record(account.login() + ": " + String.join("; ", changes));
    }

    /** The secret of a one-time link by which the person sets a new password. */
    @Transactional
    String resetLink(Account account) {
        record(account.login() + ": link for a new password");
        return links.issue(account.id());
    }

    List<AccountTokens.Entry> tokens(Account account) {
        return tokens.of(account.id());
    }

    /** The secret of a new token; it is shown once. */
    @Transactional
    String issueToken(Account account, String name, Duration life) {
        record(account.login() + ": token " + name + " for " + life.toDays() + " days");
        return tokens.issue(account.id(), name, life);
    }

    @Transactional
    void revokeToken(AccountTokens.Entry token) {
        record(token.login() + ": token " + token.name() + " revoked");
        tokens.revoke(token.id());
    }

    private void record(String subject) {
        audit.record(Action.ACCOUNT, subject, Outcome.OK);
    }

    private static String rights(Account account) {
        return "roles " + account.roles().stream().sorted().toList() + ", areas "
                + (account.areas().isEmpty() ? "all" : account.areas());
    }
}
