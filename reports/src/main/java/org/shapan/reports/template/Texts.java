package org.shapan.reports.template;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts of a template over the texts that all templates share, in Chinese (default) or English. */
public final class Texts extends ResourceBundle {
    private static final String FOLDER = "org.shapan.reports.template.";
    private static final String COMMON = "report";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Map<String, String> texts = new HashMap<>();
    private final Locale locale;

    private Texts(String template, Locale locale) {
        this.locale = locale;
        add(COMMON);
        try {
            add(template);
        } catch (MissingResourceException e) {
            // the template is gone: what is still said of it, such as that it failed, is in the common texts
        }
    }

    private void add(String name) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(FOLDER + name, locale, Texts.class.getClassLoader(), NO_FALLBACK);
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    }

    /** The texts of a template, the common ones where it is gone; every language but English is answered in Chinese. */
    public static Texts of(String template, Locale locale) {
        return new Texts(template, supported(locale));
    }

    /** The language a report is written in for a reader of the given locale. */
    public static Locale supported(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** The text with its arguments put in; all arguments must be formatted already. */
    public String text(String key, Object... arguments) {
        return arguments.length == 0
                ? getString(key)
                : new MessageFormat(getString(key), Locale.ROOT).format(arguments);
    }

    public boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    @Override
    public Locale getLocale() {
        return locale;
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
