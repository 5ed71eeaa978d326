package org.shapan.portal.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the portal. Chinese is the default. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE, "zh"),
    EN(Locale.ENGLISH, "en");

    public static final Language DEFAULT = ZH;

    private final Locale locale;
    private final String code;

    Language(Locale locale, String code) {
        this.locale = locale;
        this.code = code;
    }

    public Locale locale() {
        return locale;
    }

    /** The code in URLs, cookies, file names and the database: {@code zh} or {@code en}. */
    public String code() {
        return code;
    }

    public static List<Locale> locales() {
        return List.of(ZH.locale, EN.locale);
    }

    /** The language of a locale; anything that is not English is read as the default. */
    public static Language of(Locale locale) {
        return locale != null && locale.getLanguage().equals("en") ? EN : DEFAULT;
    }

    /** The language of a code; empty for an unknown or missing code. */
    public static Optional<Language> ofCode(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
