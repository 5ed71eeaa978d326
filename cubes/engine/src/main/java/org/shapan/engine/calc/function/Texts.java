package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.INTEGER;
import static org.shapan.engine.calc.expression.Kind.STRING;

import java.util.Locale;
import java.util.regex.Pattern;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.expression.MdxFunction;

/** Functions of texts. Positions are counted from 1. */
final class Texts implements Family {
    private static final int MAX_LENGTH = 1_000_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    @Override
    public void define(FunctionTable.Builder table) {
        parts(table);
        searching(table);
        shapes(table);
        characters(table);
    }

    private static void parts(FunctionTable.Builder table) {
        ValueFunctions.lenient(
                table,
                "Len(<String>)",
                INTEGER,
                "The number of characters of a text; 0 when it is empty.",
                a -> a.has(0) ? a.text(0).length() : 0);
        ValueFunctions.strict(
                table,
                "Left(<String>, <Numeric>)",
                STRING,
                "The first characters of a text.",
                a -> a.text(0).substring(0, Math.min(length(a, 1), a.text(0).length())));
        ValueFunctions.strict(
                table,
                "Right(<String>, <Numeric>)",
                STRING,
                "The last characters of a text.",
                a -> a.text(0).substring(Math.max(0, a.text(0).length() - length(a, 1))));
        ValueFunctions.strict(
                table,
                "Mid(<String>, <Numeric>[, <Numeric>])",
                STRING,
                "The characters of a text from a position on, all or a number of them.",
                Texts::mid);
        ValueFunctions.strict(table, "Trim(<String>)", STRING, "A text without spaces around it.", a -> {
            String text = trimRight(a.text(0));
            return text.substring(leadingSpaces(text));
        });
        ValueFunctions.strict(
                table,
                "LTrim(<String>)",
                STRING,
                "A text without spaces before it.",
                a -> a.text(0).substring(leadingSpaces(a.text(0))));
        ValueFunctions.strict(
                table, "RTrim(<String>)", STRING, "A text without spaces behind it.", a -> trimRight(a.text(0)));
    }

    private static void searching(FunctionTable.Builder table) {
        String inStr =
                "The position at which a text first contains another, from a position on; 0 when it does not. With 1 as the last"
                        + " argument without regard to case.";
        MdxFunction function = MdxFunction.named("InStr", inStr);
        ValueFunctions.strict(
                function,
                "InStr(<String>, <String>)",
                INTEGER,
                a -> a.text(0).isEmpty() ? 0 : a.text(0).indexOf(a.text(1)) + 1);
        ValueFunctions.strict(function, "InStr(<Numeric>, <String>, <String>[, <Numeric>])", INTEGER, Texts::inStr);
        table.define(function);
        ValueFunctions.strict(
                table,
                "InStrRev(<String>, <String>[, <Numeric>, <Numeric>])",
                INTEGER,
                "The position at which a text last contains another, up to a position; 0 when it does not. With 1 as the last argument"
                        + " without regard to case.",
                Texts::inStrRev);
        ValueFunctions.strict(
                table,
                "Replace(<String>, <String>, <String>[, <Numeric>, <Numeric>, <Numeric>])",
                STRING,
                "A text with another text replaced wherever it occurs: from a position on, at most a number of times (-1 is any), with 1"
                        + " as the last argument without regard to case.",
                Texts::replace);
        ValueFunctions.strict(
                table,
                "StrComp(<String>, <String>[, <Numeric>])",
                INTEGER,
                "-1, 0 or 1 as the first text comes before the second, is the same or comes behind it; with 1 without regard to"
                        + " case.",
                a -> Integer.signum(
                        a.whole(2, 0) == 1
                                ? a.text(0).compareToIgnoreCase(a.text(1))
                                : a.text(0).compareTo(a.text(1))));
    }

    private static void shapes(FunctionTable.Builder table) {
        ValueFunctions.strict(
                table,
                "LCase(<String>)",
                STRING,
                "A text in lower case.",
                a -> a.text(0).toLowerCase(Locale.ROOT));
        ValueFunctions.strict(
                table,
                "UCase(<String>)",
                STRING,
                "A text in upper case.",
                a -> a.text(0).toUpperCase(Locale.ROOT));
        ValueFunctions.strict(table, "Space(<Numeric>)", STRING, "A number of spaces.", a -> " ".repeat(length(a, 0)));
        MdxFunction string = MdxFunction.named(
                "String", "The first character of a text, or the one with a code, a number of times.");
        ValueFunctions.strict(
                string,
                "String(<Numeric>, <String>)",
                STRING,
                a -> a.text(1).isEmpty() ? "" : a.text(1).substring(0, 1).repeat(length(a, 0)));
        ValueFunctions.strict(
                string,
                "String(<Numeric>, <Integer>)",
                STRING,
                a -> character(a.whole(1)).repeat(length(a, 0)));
        table.define(string);
        ValueFunctions.strict(
                table,
                "StrConv(<String>, <Numeric>)",
                STRING,
                "A text in other letters: 1 upper case, 2 lower case, 3 every word with a capital.",
                a -> converted(a.text(0), a.whole(1)));
        ValueFunctions.strict(
                table,
                "StrReverse(<String>)",
                STRING,
                "A text from its end to its start.",
                a -> new StringBuilder(a.text(0)).reverse().toString());
    }

    private static void characters(FunctionTable.Builder table) {
        for (String name : new String[] {"Asc", "AscB", "AscW"}) {
            ValueFunctions.strict(
                    table, name + "(<String>)", INTEGER, "The code of the first character of a text.", Texts::code);
        }
        for (String name : new String[] {"Chr", "ChrB", "ChrW"}) {
            ValueFunctions.strict(
                    table, name + "(<Numeric>)", STRING, "The character with a code.", a -> character(a.whole(0)));
        }
    }

    private static String converted(String text, int conversion) {
        return switch (conversion) {
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> text.toLowerCase(Locale.ROOT);
            case 3 ->
                WORD.matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(word -> word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.group().substring(1));
            default ->
                throw Scalars.error("StrConv knows 1 (upper case), 2 (lower case) and 3 (capitals), not " + conversion);
        };
    }

    private static String mid(Arguments a) {
        String text = a.text(0);
        int start = a.whole(1);
        int length = a.whole(2, text.length());
        if (start < 1 || length < 0) {
            throw Scalars.error("Mid counts positions from 1 and lengths from 0, not " + start + " and " + length);
        }
        if (start > text.length()) {
            return "";
        }
        return text.substring(start - 1, (int) Math.min(text.length(), start - 1L + length));
    }

    private static int inStr(Arguments a) {
        String text = a.text(1);
        String sought = a.text(2);
        int start = a.whole(0);
        if (start < 1) {
            throw Scalars.error("InStr counts positions from 1, not " + start);
        }
        if (text.isEmpty() || start > text.length()) {
            return 0;
        }
        return compared(text, a.whole(3, 0)).indexOf(compared(sought, a.whole(3, 0)), start - 1) + 1;
    }

    private static int inStrRev(Arguments a) {
        int from = a.whole(2, -1);
        String text = compared(a.text(0), a.whole(3, 0));
        return text.lastIndexOf(compared(a.text(1), a.whole(3, 0)), from < 0 ? text.length() : from - 1) + 1;
    }

    /** A text as it is compared: 1 is without regard to case, character by character so that positions stay. */
    private static String compared(String text, int comparison) {
        if (comparison != 1) {
            return text;
        }
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            lower.setCharAt(i, Character.toLowerCase(text.charAt(i)));
        }
        return lower.toString();
    }

    private static String replace(Arguments a) {
        String text = a.text(0);
        int start = a.whole(3, 1);
        int most = a.whole(4, -1);
        if (start < 1) {
            throw Scalars.error("Replace counts positions from 1, not " + start);
        }
        if (a.text(1).isEmpty()) {
            return text;
        }
        String searched = compared(text, a.whole(5, 0));
        String sought = compared(a.text(1), a.whole(5, 0));
        StringBuilder out = new StringBuilder();
        int done = 0;
        int at = searched.indexOf(sought, start - 1);
        for (int i = 0; (most < 0 || i < most) && at >= 0; i++) {
            out.append(text, done, at).append(a.text(2));
            checkLength(out.length());
            done = at + sought.length();
            at = searched.indexOf(sought, done);
        }
        return out.append(text, done, text.length()).toString();
    }

    private static int length(Arguments a, int index) {
        int length = a.whole(index);
        if (length < 0) {
            throw Scalars.error("A length cannot be negative: " + length);
        }
        checkLength(length);
        return length;
    }

    private static void checkLength(int length) {
        if (length > MAX_LENGTH) {
            throw Scalars.error("A text of " + length + " characters is longer than the limit of " + MAX_LENGTH);
        }
    }

    private static int leadingSpaces(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static String trimRight(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static int code(Arguments a) {
        if (a.text(0).isEmpty()) {
            throw Scalars.error("A text without characters has no first one");
        }
        return a.text(0).codePointAt(0);
    }

    private static String character(int code) {
        if (!Character.isValidCodePoint(code)) {
            throw Scalars.error("There is no character with the code " + code);
        }
        return Character.toString(code);
    }
}
