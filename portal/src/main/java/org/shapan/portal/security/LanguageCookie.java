package org.shapan.portal.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.shapan.portal.text.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The language a visitor chose on the sign-in page, until an account can remember it. */
public final class LanguageCookie {
    private static final String NAME = "shapan-language";
    private static final Duration LIFE = Duration.ofDays(365);

    private LanguageCookie() {}

    public static Optional<Language> read(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(NAME)) {
                    return Language.ofCode(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    static void write(HttpServletResponse response, Language language) {
        add(response, language.code(), LIFE);
    }

    /** Forgets the choice, when the account has taken it over or the person leaves. */
    public static void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private static void add(HttpServletResponse response, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
