package org.shapan.engine.mdx;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Cuts a text into tokens; drops white space and comments ({@code --}, {@code //}, {@code /* … *}{@code /}, which do not nest). */
final class Lexer {
    private final Source source;
    private final String text;
    private final ParserLimits limits;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(Source source, ParserLimits limits) {
        this.source = source;
        this.text = source.text();
        this.limits = limits;
    }

    /** The tokens of the text; the last one is of kind END. */
    static List<Token> lex(Source source, ParserLimits limits) {
        return new Lexer(source, limits).lex();
    }

    private List<Token> lex() {
        while (skipSpace()) {
            int c = text.codePointAt(at);
            switch (c) {
                case '[' -> quoted(']', Token.Kind.QUOTED_NAME, "the name in brackets");
                case '\'' -> quoted('\'', Token.Kind.SINGLE_QUOTED, "the string in single quotes");
                case '"' -> quoted('"', Token.Kind.DOUBLE_QUOTED, "the string in double quotes");
                default -> {
                    if (Characters.startsName(c) || (followsAmpersand() && Characters.continuesName(c))) {
                        word();
                    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
                        number();
                    } else {
                        symbol(c);
                    }
                }
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
        return tokens;
    }

    /** Moves to the next token; false at the end of the text. */
    private boolean skipSpace() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Characters.isSpace(c)) {
                at += Character.charCount(c);
            } else if (text.startsWith("--", at) || text.startsWith("//", at)) {
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw error("The comment that begins with /* is not closed; expected */", at, at + 2);
                }
                at = end + 2;
            } else {
                return true;
            }
        }
        return false;
    }

    private void quoted(char close, Token.Kind kind, String what) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != close) {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == close) {
                value.append(c);
                at++;
            } else {
                tokens.add(new Token(kind, value.toString(), start, at));
                return;
            }
        }
        throw error("Expected " + close + " to close " + what, start, start + 1);
    }

    private void word() {
        int start = at;
        while (at < text.length() && Characters.continuesName(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        tokens.add(new Token(Token.Kind.NAME, text.substring(start, at), start, at));
    }

    private void number() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
            int exponent = signed ? at + 2 : at + 1;
            if (isDigit(exponent)) {
                at = exponent;
                digits();
            }
        }
        if (at - start > limits.maxNumberLength()) {
            throw new EngineException(
                    OlapErrorCode.BUDGET_EXCEEDED,
                    "A number of " + (at - start) + " characters is longer than the limit maxNumberLength = "
                            + limits.maxNumberLength(),
                    source.region(start, at),
                    null);
        }
        tokens.add(new Token(Token.Kind.NUMBER, text.substring(start, at), start, at));
    }

    private void digits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private void symbol(int c) {
        int start = at;
        for (String two : List.of("<>", "<=", ">=", "||")) {
            if (text.startsWith(two, at)) {
                at += 2;
                tokens.add(new Token(Token.Kind.SYMBOL, two, start, at));
                return;
            }
        }
        at += Character.charCount(c);
        if ("{}(),.:;&+-*/=<>".indexOf(c) < 0) {
            throw error(unexpected(c), start, at);
        }
        tokens.add(new Token(Token.Kind.SYMBOL, text.substring(start, at), start, at));
    }

    /** A character that MDX does not have; those of a Chinese keyboard get a hint. */
    private static String unexpected(int c) {
        String shown = Character.isISOControl(c) || !Character.isDefined(c) || Character.isSurrogate((char) c)
                ? String.format("U+%04X", c)
                : "'" + Character.toString(c) + "'";
        int full = "（）｛｝，：．＋－＊／＝＜＞；＆［］＇＂“”‘’【】、".indexOf(c);
        String meant = full < 0 ? "" : "; write '" + "(){},:.+-*/=<>;&[]'\"\"\"''[],".charAt(full) + "' instead";
        return "Unexpected character " + shown + meant;
    }

    private boolean followsAmpersand() {
        return !tokens.isEmpty()
                && tokens.getLast().isSymbol("&")
                && tokens.getLast().end() == at;
    }

    private boolean isDigit(int offset) {
        return offset < text.length() && text.charAt(offset) >= '0' && text.charAt(offset) <= '9';
    }

    private EngineException error(String message, int start, int end) {
        return new EngineException(OlapErrorCode.MDX_SYNTAX, message, source.region(start, end), null);
    }
}
