package org.shapan.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.PortalUser;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;

/**
 * Signs a person in again after a restart of the server, by a cookie that names the account and its end and is signed with a key of the data
 * directory and the hash of the password: another password, a disabled account or signing out ends it. It does not renew itself.
 */
final class StaySignedIn extends TokenBasedRememberMeServices {
    static final String COOKIE = "SHAPAN-STAY";
    static final String PARAMETER = "stay";

    private final Accounts accounts;
    private final Audit audit;

    StaySignedIn(String key, SignInSettings settings, Accounts accounts, Audit audit) {
        super(key, login -> details(login, accounts), RememberMeTokenAlgorithm.SHA256);
        this.accounts = accounts;
        this.audit = audit;
        setMatchingAlgorithm(RememberMeTokenAlgorithm.SHA256);
        setCookieName(COOKIE);
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        setParameter(PARAMETER);
        setTokenValiditySeconds((int) settings.stay().toSeconds());
    }

    @Override
    protected boolean rememberMeRequested(HttpServletRequest request, String parameter) {
        return getTokenValiditySeconds() > 0 && super.rememberMeRequested(request, parameter);
    }

    @Override
    protected String retrieveUserName(Authentication signedIn) {
        return signedIn.getName();
    }

    /** The account's rights are read anew, so they are those of now. */
    @Override
    protected Authentication createSuccessfulAuthentication(HttpServletRequest request, UserDetails details) {
        PortalUser user = accounts.find(details.getUsername())
                .orElseThrow(() -> new UsernameNotFoundException("the account has gone"))
                .user();
        var signedIn = new RememberMeAuthenticationToken(getKey(), user, AccountAuthentication.authorities(user));
        signedIn.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        audit.record(
                user.login(), Audit.address(signedIn), AuditEntry.Action.SIGN_IN, "by cookie", AuditEntry.Outcome.OK);
        return signedIn;
    }

    private static UserDetails details(String login, Accounts accounts) {
        return accounts.find(login)
                .map(stored -> User.withUsername(stored.user().login())
                        .password(stored.passwordHash())
                        .authorities("stay")
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
