package org.shapan.engine.format;

import java.util.List;

/**
 * One of the up to four sections of a format.
 *
 * @param tokens in order
 * @param letters whether letters stand in it, unquoted, that are no date part: it is then no date format for a number
 * @param colour of the section, in lower case; null when none is given
 */
record Section(List<Token> tokens, boolean letters, String colour) {

    Section {
        tokens = List.copyOf(tokens);
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    boolean hasDigits() {
        return tokens.stream().anyMatch(Token.Digit.class::isInstance);
    }

    boolean hasDateParts() {
        return tokens.stream().anyMatch(Token.DatePart.class::isInstance);
    }

    boolean hasLetterCase() {
        return tokens.stream().anyMatch(Token.LetterCase.class::isInstance);
    }

    boolean isFilledFromLeft() {
        return tokens.stream().anyMatch(Token.FromLeft.class::isInstance);
    }

    /** Whether a number is to be shown as the date that it stands for. */
    boolean isDateOfNumber() {
        return hasDateParts() && !hasDigits() && !letters && !hasLetterCase();
    }
}
