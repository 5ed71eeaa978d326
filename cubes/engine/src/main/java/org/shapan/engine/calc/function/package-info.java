/**
 * The functions of MDX: one table, one family of functions per file.
 *
 * <p>A function is its signatures, one or two sentences of documentation, and the way it compiles; the signature's text tells how it is
 * written and what it takes, implicit conversions included, and goes into the reference. To add one, define it in the family it belongs
 * to (or add a family and name it in {@link org.shapan.engine.calc.function.FunctionTable}):
 *
 * <pre>
 * table.define(MdxFunction.named("Lag", "The member a number of places before a member on its level.")
 *         .overload("&lt;Member&gt;.Lag(&lt;Numeric&gt;)", MEMBER, (call, c) -&gt; {
 *             MemberCalc member = c.member(call.arg(0));
 *             NumericCalc distance = c.number(call.arg(1));
 *             return (MemberCalc) e -&gt; Navigation.lag(e, member.member(e), distance.number(e));
 *         }));
 * </pre>
 *
 * <p>Every function has an example with its result in the test resources ({@code examples}); {@code FunctionReferenceTest} runs them and
 * writes {@code docs/mdx.md} of both.
 *
 * <p>A function that evaluates later arguments at each tuple of its first declares {@code iterates}; one that looks at the context
 * declares its scope, for caching relies on it. Errors: MDX_TYPE while compiling ({@code call.error}), {@code Scalars.error} while
 * evaluating. Families know expression and eval; never the parser, SQL or caches.
 */
package org.shapan.engine.calc.function;
