package org.shapan.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.PortalUser;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose account was disabled, got other rights or another password since the session began. */
final class AccountGuard extends OncePerRequestFilter {
    private static final String REVISION = AccountGuard.class.getName();

    private final Accounts accounts;

    AccountGuard(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (session != null
                && signedIn != null
                && signedIn.getPrincipal() instanceof PortalUser user
                && !current(session, user)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean current(HttpSession session, PortalUser user) {
        int now = accounts.revision(user.id());
        Object began = session.getAttribute(REVISION);
        if (began == null) {
            session.setAttribute(REVISION, now);
            return accounts.find(user.login())
                    .filter(stored -> stored.user().equals(user))
                    .isPresent();
        }
        return began.equals(now);
    }
}
