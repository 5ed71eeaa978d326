package org.shapan.reports.template;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/** The texts of a template over the texts that all templates share, in Chinese (default) or English. */
public final class Texts extends ResourceBundle {
    private static final String FOLDER = "org.shapan.reports.template.";
    private static final String COMMON = "report";
    /** The languages in which reports are written. */
    static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Map<String, String> texts = new HashMap<>();
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        add(COMMON);
    }

    private void add(String name) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(FOLDER + name, locale, Texts.class.getClassLoader(), NO_FALLBACK);
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    }

    /**
     * The texts of a template of the build, the common ones where it is none or gone; every language but English is answered in Chinese.
     * {@link Template#texts} has those of any template.
     */
    public static Texts of(String template, Locale locale) {
        Texts texts = common(locale);
        try {
            texts.add(template);
        } catch (MissingResourceException e) {
            // what is still said of it, such as that it failed, is in the common texts
        }
        return texts;
    }

    /** The texts that all templates share. */
    static Texts common(Locale locale) {
        return new Texts(supported(locale));
    }

    /** A template's own texts over those that all share. */
    static Texts with(Map<String, String> own, Locale language) {
        Texts texts = common(language);
        texts.texts.putAll(own);
        return texts;
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
    protected Set<String> handleKeySet() {
        return texts.keySet();
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
