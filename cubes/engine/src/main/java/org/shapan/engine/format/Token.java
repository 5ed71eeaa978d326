package org.shapan.engine.format;

/** A piece of a section of a format string. */
sealed interface Token {

    /** What the piece looks like where it has no meaning, as a date part in a number format. */
    String written();

    /** Text that is shown as it is. */
    record Literal(String written) implements Token {}

    /** {@code 0} or {@code #}. */
    record Digit(boolean required) implements Token {
        @Override
        public String written() {
            return required ? "0" : "#";
        }
    }

    /** {@code .}, which may turn out to be the decimal point. */
    record Point() implements Token {
        @Override
        public String written() {
            return ".";
        }
    }

    /** {@code ,}, which may turn out to group thousands or to divide by a thousand. */
    record Comma() implements Token {
        @Override
        public String written() {
            return ",";
        }
    }

    /** {@code %}: shown, and the number is multiplied by 100. */
    record Percent() implements Token {
        @Override
        public String written() {
            return "%";
        }
    }

    /**
     * {@code E+00}.
     *
     * @param letter {@code E} or {@code e}
     * @param signed whether a plus is shown, too
     * @param digits how many digits at least
     */
    record Exponent(char letter, boolean signed, int digits) implements Token {
        @Override
        public String written() {
            return letter + (signed ? "+" : "-") + "0".repeat(digits);
        }
    }

    /** {@code @} or {@code &}: a character of a text, where there is none a space or nothing. */
    record TextPlace(boolean padded) implements Token {
        @Override
        public String written() {
            return padded ? "@" : "&";
        }
    }

    /** {@code <} or {@code >}: the text in lower or upper case. */
    record LetterCase(boolean upper) implements Token {
        @Override
        public String written() {
            return upper ? ">" : "<";
        }
    }

    /** {@code !}: text places are filled from the left. */
    record FromLeft() implements Token {
        @Override
        public String written() {
            return "";
        }
    }

    /** {@code ¤}: the currency symbol of the locale. */
    record Currency() implements Token {
        @Override
        public String written() {
            return "¤";
        }
    }

    /** A part of a date or a time. */
    record DatePart(DateField field, String written) implements Token {}
}
