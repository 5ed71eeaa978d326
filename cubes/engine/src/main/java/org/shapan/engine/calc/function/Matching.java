package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.LOGICAL;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.LogicalCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;

/** Texts against regular expressions. */
final class Matching implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "MATCHES",
                        "Whether the whole of a text is as a regular expression says; (?i) at its start for any case.")
                .overload("<String> MATCHES <String>", LOGICAL, (call, c) -> matches(call, c, true)));
        table.define(
                MdxFunction.named("NOT MATCHES", "Whether the whole of a text is not as a regular expression says.")
                        .overload("<String> NOT MATCHES <String>", LOGICAL, (call, c) -> matches(call, c, false)));
    }

    private static Calc matches(CallExp call, ExpCompiler c, boolean wanted) {
        StringCalc text = c.string(call.arg(0));
        StringCalc expression = c.string(call.arg(1));
        LastPattern last = new LastPattern();
        return (LogicalCalc) e -> {
            String given = text.string(e);
            String pattern = expression.string(e);
            if (given == null || pattern == null) {
                return false;
            }
            return last.of(pattern).matcher(new Watched(given, e)).matches() == wanted;
        };
    }

    /** Remembers the pattern of the call before; most calls have only one. */
    private static final class LastPattern {
        private volatile Pattern pattern;

        Pattern of(String text) {
            Pattern known = pattern;
            if (known != null && known.pattern().equals(text)) {
                return known;
            }
            try {
                Pattern compiled = Pattern.compile(text);
                pattern = compiled;
                return compiled;
            } catch (PatternSyntaxException e) {
                throw Scalars.error("Not a regular expression: \"" + text + "\": " + e.getDescription());
            }
        }
    }

    /** A text that ends a search without end when its query is cancelled. */
    private record Watched(CharSequence text, Evaluator evaluator) implements CharSequence {
        @Override
        public char charAt(int index) {
            evaluator.check();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.subSequence(start, end), evaluator);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
