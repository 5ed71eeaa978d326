package org.shapan.engine.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Formats that are known by name, in any case. */
final class NamedFormats {
    private static final Map<String, String> STRINGS = Map.ofEntries(
            Map.entry("standard", "#,##0"),
            Map.entry("fixed", "0"),
            Map.entry("percent", "0.00%"),
            Map.entry("currency", "¤#,##0.00;(¤#,##0.00)"),
            Map.entry("scientific", "0.00e+00"),
            Map.entry("general number", "<"),
            Map.entry("true/false", "\"True\";\"True\";\"False\";\"False\""),
            Map.entry("yes/no", "\"Yes\";\"Yes\";\"No\";\"No\""),
            Map.entry("on/off", "\"On\";\"On\";\"Off\";\"Off\""));

    private static final Map<String, DateField> DATES = Map.of(
            "general date", DateField.GENERAL,
            "long date", DateField.DATE_FULL,
            "medium date", DateField.DATE_MEDIUM,
            "short date", DateField.DATE_SHORT,
            "long time", DateField.TIME_LONG,
            "medium time", DateField.TIME_MEDIUM);

    private static final Map<String, String> ZH_TRUTH = Map.of(
            "true/false", "\"真\";\"真\";\"假\";\"假\"",
            "yes/no", "\"是\";\"是\";\"否\";\"否\"",
            "on/off", "\"开\";\"开\";\"关\";\"关\"");

    private NamedFormats() {}

    /** The sections of the format, by its name or as it is written. */
    static List<Section> sections(String format, Locale locale) {
        String name = format.strip().toLowerCase(Locale.ROOT);
        DateField date = DATES.get(name);
        if (date != null) {
            return List.of(new Section(List.of(new Token.DatePart(date, format)), false, null));
        }
        if (name.equals("short time")) {
            return SectionParser.parse("hh:nn");
        }
        boolean chinese = locale.getLanguage().equals("zh");
        String string = chinese && ZH_TRUTH.containsKey(name) ? ZH_TRUTH.get(name) : STRINGS.get(name);
        return SectionParser.parse(string == null ? format : string);
    }

    /** Whether the format shows a truth value as a word. */
    static boolean isTruth(String format) {
        return ZH_TRUTH.containsKey(format.strip().toLowerCase(Locale.ROOT));
    }
}
