package org.shapan.portal.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks a password against the local accounts, behind the throttle, at the same cost for unknown accounts. */
@Component
public class AccountAuthentication implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(AccountAuthentication.class);
    private static final int MAX_LOGIN = 64;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final Audit audit;
    private final Semaphore permits;
    private final String hashOfNobody;

    public AccountAuthentication(
            Accounts accounts, PasswordEncoder encoder, SignInThrottle throttle, Audit audit, SignInSettings settings) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
        this.audit = audit;
        this.permits = new Semaphore(settings.concurrent(), true);
        this.hashOfNobody = encoder.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String address = Audit.address(attempt);
        String key = login.length() > MAX_LOGIN ? login.substring(0, MAX_LOGIN) : login;
        if (throttle.locked(key, address)) {
            LOG.warn("Sign-in refused: too many failures for this account or from {}", address);
            throw new LockedException("too many failures");
        }
        Optional<Accounts.Stored> account = accounts.find(login);
        String hash = account.map(Accounts.Stored::passwordHash).orElse(hashOfNobody);
        if (!matches(String.valueOf(attempt.getCredentials()), hash) || account.isEmpty()) {
            throttle.failed(key, address);
            // The refusals of a lock are not put on record one by one: whoever is locked out could fill the disk with
            // them.
            audit.record(key, address, Action.SIGN_IN, throttle.locked(key, address) ? "locked" : "", Outcome.REFUSED);
            LOG.info("Sign-in failed from {}", address);
            throw new BadCredentialsException("unknown account or wrong password");
        }
        throttle.succeeded(key);
        var user = account.get().user();
        audit.record(user.login(), address, Action.SIGN_IN, "", Outcome.OK);
        LOG.info("{} signed in from {}", user.login(), address);
        var signedIn = signedIn(user);
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    /** Somebody who has shown who they are. */
    static UsernamePasswordAuthenticationToken signedIn(PortalUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities(user));
    }

    static List<SimpleGrantedAuthority> authorities(PortalUser user) {
        return user.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private boolean matches(String password, String hash) {
        permits.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            permits.release();
        }
    }
}
