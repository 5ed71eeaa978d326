package org.shapan.reports.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRExpressionChunk;

/**
 * Whether an expression of a template from the administrator's folder says only what layouts need: literals, operators, parameters, fields,
 * variables and texts, methods of a list by their names, constants and functions of a list of classes, empty data sources. Everything else is
 * refused, known to be dangerous or not.
 */
final class ExpressionCheck {
    /** Stands for {@code $P{…}} and the like while the rest is read. */
    private static final String CHUNK = "\uFFFC";

    private static final Pattern CHUNK_NAME = Pattern.compile("[A-Za-z_][\\w.\\-]*");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|(?<text>\"(?:[^\"\\\\\\n]|\\\\[btnfr\"'\\\\])*\"(?!\")|'(?:[^'\\\\\\n]|\\\\[btnfr\"'\\\\])')"
                    + "|(?<number>\\d[\\dA-Za-z]*(?:\\.\\d[\\dA-Za-z]*)?)|(?<name>[A-Za-z_][\\w]*(?:\\s*\\.\\s*[A-Za-z_][\\w]*)*)"
                    + "|(?<member>\\.\\s*[A-Za-z_][\\w]*)|(?<chunk>" + CHUNK + ")"
                    + "|(?<operator>==|!=|<=|>=|&&|\\|\\||[-+*/%(),?:<>!])");

    /** Parameters of JasperReports that are no way to anything but texts and the cubes. */
    private static final Set<String> SYSTEM_PARAMETERS =
            Set.of("REPORT_RESOURCE_BUNDLE", "REPORT_LOCALE", "REPORT_CONNECTION");

    private static final Set<String> WORDS = Set.of("true", "false", "null");
    /** Functions that JasperReports gives to every expression. */
    private static final Set<String> FUNCTIONS = Set.of("msg", "str");

    private static final String EMPTY_SOURCE = "net.sf.jasperreports.engine.JREmptyDataSource";

    /** Methods of values: what templates of the build use, and texts and numbers. None of them has a meaning elsewhere that does harm. */
    private static final Set<String> METHODS = Set.of(
            "number",
            "percent",
            "heading",
            "rows",
            "source",
            "report",
            "isEmpty",
            "money",
            "figure",
            "signed",
            "change",
            "said",
            "total",
            "orNothing",
            "moneyText",
            "changeFrom",
            "movement",
            "getLanguage",
            "equals",
            "count",
            "tileValue",
            "tileUnit",
            "getLink",
            "states",
            "signedMoney",
            "hasFlagged",
            "flagged",
            "largest",
            "getFooter",
            "tileLabel",
            "tileNote",
            "getTitle",
            "getSubtitle",
            "getScope",
            "getDataLine",
            "getRunLine",
            "getFilters",
            "compareTo",
            "intValue",
            "longValue",
            "doubleValue",
            "add",
            "subtract",
            "multiply",
            "negate",
            "abs",
            "signum",
            "length",
            "substring",
            "startsWith",
            "endsWith",
            "contains",
            "strip",
            "toUpperCase",
            "toLowerCase",
            "toString",
            "concat",
            "indexOf",
            "size",
            "get",
            "equalsIgnoreCase",
            "text",
            "uniqueName",
            "caption",
            "min",
            "max",
            "row");

    private static final Map<String, Set<String>> STATICS = Map.ofEntries(
            Map.entry(
                    "org.shapan.reports.chart.Charts",
                    Set.of("trend", "bars", "pareto", "parts", "funnel", "columns", "waterfall")),
            Map.entry("org.shapan.reports.chart.StateMark", Set.of("of")),
            Map.entry("org.shapan.reports.insight.ReportState", Set.of("RED", "YELLOW", "GREEN", "NONE")),
            Map.entry("Boolean", Set.of("TRUE", "FALSE", "valueOf")),
            Map.entry("Integer", Set.of("valueOf", "parseInt")),
            Map.entry("Long", Set.of("valueOf", "parseLong")),
            Map.entry("Math", Set.of("abs", "min", "max", "round", "floor", "ceil")),
            Map.entry("String", Set.of("valueOf")),
            Map.entry("java.math.BigDecimal", Set.of("ZERO", "ONE", "TEN", "valueOf")));

    private ExpressionCheck() {}

    /**
     * The first thing of an expression that is not allowed, as it is written.
     *
     * @return empty when all is
     */
    static Optional<String> refused(JRExpression expression) {
        JRExpressionChunk[] chunks = expression.getChunks();
        if (chunks == null) {
            return Optional.empty();
        }
        StringBuilder rest = new StringBuilder();
        for (JRExpressionChunk chunk : chunks) {
            String text = chunk.getText();
            if (chunk.getType() == JRExpressionChunk.TYPE_TEXT) {
                if (text.contains("\\u") || text.contains(CHUNK)) {
                    return Optional.of("\\u");
                }
                rest.append(text);
            } else {
                if (!CHUNK_NAME.matcher(text).matches()
                        || (chunk.getType() == JRExpressionChunk.TYPE_PARAMETER && isForbidden(text))) {
                    return Optional.of(text);
                }
                rest.append(CHUNK);
            }
        }
        return refused(rest.toString());
    }

    /** Whether JasperReports or the query language gives a parameter of this name to every report. */
    static boolean isSystem(String name) {
        return name.startsWith("REPORT_")
                || name.indexOf('.') >= 0
                || Set.of(
                                "JASPER_REPORTS_CONTEXT",
                                "JASPER_REPORT",
                                "IS_IGNORE_PAGINATION",
                                "SORT_FIELDS",
                                "FILTER",
                                "REPOSITORY_CONTEXT",
                                "MDX_INSIGHT")
                        .contains(name);
    }

    /** Whether a parameter of this name leads to more than texts and the cubes. */
    static boolean isForbidden(String name) {
        return isSystem(name) && !SYSTEM_PARAMETERS.contains(name);
    }

    private static Optional<String> refused(String text) {
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        String before = "";
        while (at < text.length()) {
            if (!token.find(at) || token.start() != at) {
                return Optional.of(rest(text, at));
            }
            String found = token.group().strip();
            String next = text.substring(token.end()).stripLeading();
            if (found.startsWith("/") && next.startsWith("/") || found.equals("/") && next.startsWith("*")) {
                return Optional.of(rest(text, at));
            }
            if (token.group("text") != null && found.contains(CHUNK)
                    || token.group("name") != null && !isName(found, before, next)
                    || token.group("member") != null && !(isMethod(found.substring(1)) && next.startsWith("("))) {
                return Optional.of(found);
            }
            before = found.isEmpty() ? before : found;
            at = token.end();
        }
        return Optional.empty();
    }

    private static boolean isName(String written, String before, String next) {
        String name = written.replaceAll("\\s", "");
        if (before.equals("new")) {
            return name.equals(EMPTY_SOURCE);
        }
        if (name.equals("new") || WORDS.contains(name)) {
            return true;
        }
        if (FUNCTIONS.contains(name)) {
            return next.startsWith("(");
        }
        if (before.equals("(") && next.startsWith(")") && AllowedTypes.VALUES.contains(qualified(name))) {
            return true;
        }
        for (Map.Entry<String, Set<String>> type : STATICS.entrySet()) {
            if (name.startsWith(type.getKey() + ".")) {
                String[] members = name.substring(type.getKey().length() + 1).split("\\.");
                boolean known = type.getValue().contains(members[0]);
                for (int i = 1; i < members.length; i++) {
                    known &= isMethod(members[i]);
                }
                return known;
            }
        }
        return false;
    }

    private static String qualified(String name) {
        return name.indexOf('.') < 0 ? "java.lang." + name : name;
    }

    private static boolean isMethod(String name) {
        return METHODS.contains(name.strip());
    }

    private static String rest(String text, int at) {
        String rest = text.substring(at).strip();
        return rest.length() > 40 ? rest.substring(0, 40) + "…" : rest;
    }
}
