package org.shapan.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Admits a request of this machine that carries {@code Authorization: Bearer <token of server.json>}. */
final class ServerTokenFilter extends OncePerRequestFilter {
    static final String AUTHORITY = "server-token";
    private static final String BEARER = "Bearer ";

    private final ServerToken token;

    ServerTokenFilter(ServerToken token) {
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean local = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        if (local && header != null && header.startsWith(BEARER) && token.matches(header.substring(BEARER.length()))) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    Audit.SUB_COMMAND, null, AuthorityUtils.createAuthorityList(AUTHORITY)));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
