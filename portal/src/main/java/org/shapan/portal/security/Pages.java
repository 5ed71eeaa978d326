package org.shapan.portal.security;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The few pages a visitor sees without an account: plain HTML without a Vaadin session, so that an anonymous visitor
 * costs the server nothing. Templates lie in {@code pages/}; {@code {{#text}}key{{/text}}} is a text of the bundle.
 */
@Component
class Pages {
    private final Texts texts;
    private final Template signIn;
    private final Template setup;
    private final String base;
    private final Template reset;
    private final Template error;

    Pages(Texts texts, @Value("${server.servlet.context-path:}") String path) {
        this.texts = texts;
        this.base = path + "/";
        Mustache.Compiler compiler = Mustache.compiler().escapeHTML(true).withLoader(Pages::read);
        this.signIn = compile(compiler, "sign-in.html");
        this.setup = compile(compiler, "setup.html");
        this.reset = compile(compiler, "reset.html");
        this.error = compile(compiler, "error.html");
    }

    String signIn(Language language, Map<String, Object> values) {
        return render(signIn, language, values);
    }

    String setup(Language language, Map<String, Object> values) {
        return render(setup, language, values);
    }

    String reset(Language language, Map<String, Object> values) {
        return render(reset, language, values);
    }

    String error(Language language, Map<String, Object> values) {
        return render(error, language, values);
    }

    private String render(Template template, Language language, Map<String, Object> values) {
        Map<String, Object> context = new HashMap<>(values);
        context.put("lang", language == Language.ZH ? "zh-CN" : "en");
        context.put("base", base);
        context.put("zh", language == Language.ZH);
        Mustache.Lambda text = (fragment, out) -> out.write(texts.get(language, fragment.execute()));
        context.put("text", text);
        return template.execute(context);
    }

    private static Template compile(Mustache.Compiler compiler, String name) {
        try (var reader = read(name)) {
            return compiler.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read page " + name, e);
        }
    }

    private static InputStreamReader read(String name) {
        try {
            return new InputStreamReader(
                    new ClassPathResource("pages/" + name).getInputStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read page " + name, e);
        }
    }
}
