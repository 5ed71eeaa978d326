package org.shapan.portal.security;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import org.shapan.portal.account.AccountTokens;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.Roles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Filter chains: sub-commands with the token of {@code server.json}, programs with the token of an account, everyone else with a session. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    @Order(1)
    SecurityFilterChain subCommandChain(HttpSecurity http, ServerToken token) throws Exception {
        return http.securityMatcher("/internal/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .addFilterBefore(new ServerTokenFilter(token), AuthorizationFilter.class)
                // A streamed answer is dispatched again when it ends; its request was admitted before.
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .hasAuthority(ServerTokenFilter.AUTHORITY))
                .build();
    }

    /** Programs, by the token of an account, and the links of the pages, by their session. Nothing here changes anything. */
    @Bean
    @Order(2)
    SecurityFilterChain programChain(HttpSecurity http, AccountTokens tokens, Accounts accounts) throws Exception {
        return http.securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .headers(headers ->
                        headers.addHeaderWriter(new StaticHeadersWriter(ContentPolicy.HEADER, ContentPolicy.PAGE)))
                .addFilterBefore(new AccountGuard(accounts), AuthorizationFilter.class)
                .addFilterBefore(new AccountTokenFilter(tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .hasRole(Roles.ADMIN))
                .build();
    }

    @Bean
    StaySignedIn staySignedIn(ServerSecrets secrets, SignInSettings settings, Accounts accounts, Audit audit) {
        return new StaySignedIn(secrets.get("stay"), settings, accounts, audit);
    }

    @Bean
    @Order(3)
    SecurityFilterChain sessionChain(
            HttpSecurity http, RequestUtil vaadinRequests, StaySignedIn stay, Accounts accounts) throws Exception {
        RequestMatcher pages =
                new OrRequestMatcher(path(SignInPages.LOGIN), path(SignInPages.SETUP), path(SignInPages.RESET));
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(SignInPages.LOGIN, SignInPages.SETUP, SignInPages.RESET, "/look/**", "/health")
                        .permitAll()
                        .requestMatchers("/admin/**")
                        .hasRole(Roles.ADMIN))
                // Vaadin's own requests carry a token of their own; everything else, the sign-in form too, ours.
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest))
                .headers(headers -> headers.withObjectPostProcessor(eager())
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                pages, new StaticHeadersWriter(ContentPolicy.HEADER, ContentPolicy.PAGE)))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(pages),
                                new StaticHeadersWriter(ContentPolicy.HEADER, ContentPolicy.PORTAL))))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SignInPages.LOGIN)
                                .enableCsrfConfiguration(false)
                                .anyRequest(url -> url.authenticated())
                                .addLogoutHandler((request, response, signedIn) -> LanguageCookie.clear(response)))
                .rememberMe(remember -> remember.rememberMeServices(stay).key(stay.getKey()))
                .addFilterBefore(new AccountGuard(accounts), AuthorizationFilter.class)
                .formLogin(form -> form.failureHandler(failed()))
                .build();
    }

    /** Headers are written first: a forward to Vaadin's servlet ends the response before the filter could add them. */
    private static ObjectPostProcessor<HeaderWriterFilter> eager() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    private static RequestMatcher path(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }

    private static AuthenticationFailureHandler failed() {
        return (request, response, failure) -> response.sendRedirect(request.getContextPath()
                + SignInPages.LOGIN
                + (failure instanceof LockedException ? "?locked" : "?failed"));
    }
}
