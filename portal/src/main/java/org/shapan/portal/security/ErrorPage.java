package org.shapan.portal.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.shapan.portal.text.Language;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a refused or failed request outside the portal's views answers: the status and one sentence, nothing of the inside. */
@Controller
class ErrorPage implements ErrorController {
    private final Pages pages;

    ErrorPage(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        HttpStatus answered = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        Language language = LanguageCookie.read(request).orElse(Language.DEFAULT);
        String key = "signin.error." + (answered.is4xxClientError() ? "refused" : "failed");
        return ResponseEntity.status(answered)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(pages.error(language, Map.of("status", answered.value(), "why", key)));
    }
}
