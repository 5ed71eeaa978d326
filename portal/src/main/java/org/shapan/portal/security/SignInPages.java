package org.shapan.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shapan.portal.account.IllegalAccountException;
import org.shapan.portal.account.ResetLink;
import org.shapan.portal.account.SetupLink;
import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /login}, {@code /setup} and {@code /reset}. The posted sign-in itself is Spring Security's. */
@Controller
class SignInPages {
    static final String LOGIN = "/login";
    static final String SETUP = "/setup";
    static final String RESET = "/reset";

    private final Pages pages;
    private final SetupLink setup;
    private final ResetLink reset;
    private final Audit audit;
    private final SignInSettings settings;
    private final Texts texts;

    SignInPages(Pages pages, SetupLink setup, ResetLink reset, Audit audit, SignInSettings settings, Texts texts) {
        this.reset = reset;
        this.audit = audit;
        this.texts = texts;
        this.pages = pages;
        this.setup = setup;
        this.settings = settings;
    }

    @GetMapping(LOGIN)
    ResponseEntity<String> signIn(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf) {
        Map<String, Object> values = form(csrf);
        values.put("failed", request.getParameter("failed") != null);
        values.put("locked", request.getParameter("locked") != null);
        values.put("created", request.getParameter("created") != null);
        values.put("changed", request.getParameter("changed") != null);
        values.put("stay", !settings.stay().isZero());
        Language language = language(request, response);
        values.put(
                "lockRule",
                texts.get(
                        language,
                        "signin.lockRule",
                        settings.maxFailures(),
                        settings.lock().toMinutes()));
        values.put(
                "stayText", texts.get(language, "signin.stay", settings.stay().toHours()));
        return html(HttpStatus.OK, pages.signIn(language, values));
    }

    @GetMapping(SETUP)
    ResponseEntity<String> setup(
            HttpServletRequest request,
            HttpServletResponse response,
            CsrfToken csrf,
            @RequestParam(defaultValue = "") String token) {
        boolean opens = setup.opens(token);
        Map<String, Object> values = form(csrf);
        values.put("opens", opens);
        values.put("token", token);
        values.put("login", "admin");
        return html(opens ? HttpStatus.OK : HttpStatus.NOT_FOUND, pages.setup(language(request, response), values));
    }

    @PostMapping(SETUP)
    ResponseEntity<String> create(
            HttpServletRequest request,
            HttpServletResponse response,
            CsrfToken csrf,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        Map<String, Object> values = form(csrf);
        values.put("token", token);
        values.put("login", login);
        try {
            if (setup.opens(token) && !password.equals(again)) {
                values.put("opens", true);
                values.put("problem", "signin.problem.DIFFERENT");
                return html(HttpStatus.BAD_REQUEST, pages.setup(language(request, response), values));
            }
            if (setup.redeem(token, login, password)) {
                return ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", LOGIN + "?created")
                        .build();
            }
        } catch (IllegalAccountException e) {
            values.put("opens", setup.opens(token));
            values.put("problem", "signin.problem." + e.rule());
            return html(HttpStatus.BAD_REQUEST, pages.setup(language(request, response), values));
        }
        values.put("opens", false);
        return html(HttpStatus.NOT_FOUND, pages.setup(language(request, response), values));
    }

    @GetMapping(RESET)
    ResponseEntity<String> reset(
            HttpServletRequest request,
            HttpServletResponse response,
            CsrfToken csrf,
            @RequestParam(defaultValue = "") String token) {
        Map<String, Object> values = resetForm(csrf, token);
        boolean opens = (boolean) values.get("opens");
        return html(opens ? HttpStatus.OK : HttpStatus.NOT_FOUND, pages.reset(language(request, response), values));
    }

    @PostMapping(RESET)
    ResponseEntity<String> changePassword(
            HttpServletRequest request,
            HttpServletResponse response,
            CsrfToken csrf,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        Map<String, Object> values = resetForm(csrf, token);
        boolean opens = (boolean) values.get("opens");
        try {
            if (opens && !password.equals(again)) {
                values.put("problem", "signin.problem.DIFFERENT");
            } else if (opens) {
                Optional<String> login = reset.redeem(token, password);
                if (login.isPresent()) {
                    audit.record(
                            login.get(),
                            request.getRemoteAddr(),
                            AuditEntry.Action.ACCOUNT,
                            login.get() + ": password set by link",
                            AuditEntry.Outcome.OK);
                    return ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .header("Location", LOGIN + "?changed")
                            .build();
                }
                values.put("opens", false);
            }
        } catch (IllegalAccountException e) {
            values.put("problem", "signin.problem." + e.rule());
        }
        HttpStatus status = (boolean) values.get("opens") ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND;
        return html(status, pages.reset(language(request, response), values));
    }

    private Map<String, Object> resetForm(CsrfToken csrf, String token) {
        Optional<String> login = reset.opens(token);
        Map<String, Object> values = form(csrf);
        values.put("opens", login.isPresent());
        values.put("token", token);
        values.put("login", login.orElse(""));
        return values;
    }

    private static Map<String, Object> form(CsrfToken csrf) {
        Map<String, Object> values = new HashMap<>();
        values.put("csrfName", csrf.getParameterName());
        values.put("csrf", csrf.getToken());
        values.put("problem", null);
        return values;
    }

    private static Language language(HttpServletRequest request, HttpServletResponse response) {
        var asked = Language.ofCode(request.getParameter("lang"));
        asked.ifPresent(language -> LanguageCookie.write(response, language));
        return asked.or(() -> LanguageCookie.read(request)).orElse(Language.DEFAULT);
    }

    private static ResponseEntity<String> html(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page);
    }
}
