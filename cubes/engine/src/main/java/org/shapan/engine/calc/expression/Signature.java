package org.shapan.engine.calc.expression;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.engine.mdx.Syntax;

/**
 * How a function is written and what it takes, read from the text that documents it:
 *
 * <pre>
 * Filter(&lt;Set&gt;, &lt;Logical&gt;)            function
 * Order(&lt;Set&gt;, &lt;Value&gt;[, &lt;Symbol&gt;])   last argument optional
 * CoalesceEmpty(&lt;Value&gt;...)            one argument or more
 * &lt;Member&gt;.Lag(&lt;Numeric&gt;)              method
 * &lt;Member&gt;.Parent                      property
 * &lt;Numeric&gt; + &lt;Numeric&gt;                operator between
 * NOT &lt;Logical&gt;                        operator before
 * &lt;Value&gt; IS EMPTY                     operator behind
 * </pre>
 *
 * @param text as written above
 */
public record Signature(String name, Syntax syntax, List<Parameter> parameters, String text) {
    private static final Pattern METHOD = Pattern.compile("<(\\w+)>\\.(\\w+)\\((.*)\\)");
    private static final Pattern PROPERTY = Pattern.compile("<(\\w+)>\\.(\\w+)");
    private static final Pattern FUNCTION = Pattern.compile("([\\w$]+)\\((.*)\\)");
    private static final Pattern INFIX = Pattern.compile("<(\\w+)> (.+) <(\\w+)>");
    private static final Pattern PREFIX = Pattern.compile("(\\S+) ?<(\\w+)>");
    private static final Pattern POSTFIX = Pattern.compile("<(\\w+)> (.+)");
    private static final Pattern PARAMETER = Pattern.compile("(\\[?)(?:, )?<(\\w+)>(\\.\\.\\.)?");

    public Signature {
        requireNonNull(name, "name is null");
        requireNonNull(syntax, "syntax is null");
        parameters = List.copyOf(parameters);
    }

    /**
     * @throws IllegalArgumentException when the text is none of the forms above
     */
    public static Signature parse(String text) {
        Matcher m = METHOD.matcher(text);
        if (m.matches()) {
            List<Parameter> parameters = new ArrayList<>();
            parameters.add(required(m.group(1)));
            parameters.addAll(parameters(m.group(3)));
            return new Signature(m.group(2), Syntax.METHOD, parameters, text);
        }
        m = PROPERTY.matcher(text);
        if (m.matches()) {
            return new Signature(m.group(2), Syntax.PROPERTY, List.of(required(m.group(1))), text);
        }
        m = FUNCTION.matcher(text);
        if (m.matches()) {
            return new Signature(m.group(1), Syntax.FUNCTION, parameters(m.group(2)), text);
        }
        m = INFIX.matcher(text);
        if (m.matches()) {
            return new Signature(m.group(2), Syntax.INFIX, List.of(required(m.group(1)), required(m.group(3))), text);
        }
        m = PREFIX.matcher(text);
        if (m.matches()) {
            return new Signature(m.group(1), Syntax.PREFIX, List.of(required(m.group(2))), text);
        }
        m = POSTFIX.matcher(text);
        if (m.matches()) {
            return new Signature(m.group(2), Syntax.POSTFIX, List.of(required(m.group(1))), text);
        }
        throw new IllegalArgumentException("not a signature: " + text);
    }

    /** A form of its own that the patterns do not cover, such as braces. */
    public static Signature special(String name, Syntax syntax, String text, Parameter... parameters) {
        return new Signature(name, syntax, List.of(parameters), text);
    }

    /** The parameter that the argument at a position meets, or null when there are too many arguments. */
    public Parameter parameter(int argument) {
        if (argument < parameters.size()) {
            return parameters.get(argument);
        }
        if (!parameters.isEmpty() && parameters.getLast().repeated()) {
            return parameters.getLast();
        }
        return null;
    }

    public int required() {
        return (int) parameters.stream().filter(p -> !p.optional()).count();
    }

    private static List<Parameter> parameters(String text) {
        List<Parameter> parameters = new ArrayList<>();
        Matcher m = PARAMETER.matcher(text);
        boolean optional = false;
        int end = 0;
        while (m.find()) {
            optional |= !m.group(1).isEmpty();
            parameters.add(new Parameter(kind(m.group(2)), optional, m.group(3) != null));
            end = m.end();
        }
        if (!text.substring(end).replace("]", "").isEmpty()) {
            throw new IllegalArgumentException("not parameters: " + text);
        }
        return parameters;
    }

    private static Parameter required(String label) {
        return new Parameter(kind(label), false, false);
    }

    private static Kind kind(String label) {
        return Kind.ofLabel(label).orElseThrow(() -> new IllegalArgumentException("not a kind: " + label));
    }
}
