package org.shapan.engine.mdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** No text can exhaust the stack or the heap. */
class ParserLimitsTest {
    private static final int STACK_KB = 512;

    @Test
    void defaultsAreStated() {
        assertThat(ParserLimits.DEFAULT).isEqualTo(new ParserLimits(4_000_000, 250, 1_000, 400));
    }

    @Test
    void nestingUpToTheLimitIsParsedOnASmallStack() throws InterruptedException {
        String mdx = "{".repeat(249) + "a" + "}".repeat(249);

        assertThat(onStackOf(STACK_KB, mdx)).isEqualTo(mdx);
    }

    @Test
    void chainUpToTheLimitIsParsedOnASmallStack() throws InterruptedException {
        String mdx = "a" + " + a".repeat(999);

        assertThat(onStackOf(STACK_KB, mdx)).isEqualTo(mdx);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "f(", "- ", "NOT ", "CASE WHEN ", "x + (", "CAST(", "a.f(", "EXISTING {"})
    void deeperNestingIsRefused(String open) {
        assertThatThrownBy(() -> MdxParser.parseExpression(open.repeat(100_000)))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.BUDGET_EXCEEDED))
                .hasMessageContaining("maxNesting = 250");
    }

    @ParameterizedTest
    @ValueSource(strings = {" + a", " AND a", ".f()", " : a", " IS NULL", " * -a"})
    void longerChainIsRefused(String link) {
        assertThatThrownBy(() -> MdxParser.parseExpression("a" + link.repeat(3_000)))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.BUDGET_EXCEEDED))
                .hasMessageContaining("maxHeight = 1000");
    }

    @Test
    void nestedSubselectsAreCounted() {
        String mdx = "SELECT FROM (".repeat(600) + "SELECT FROM c" + ")".repeat(600);

        assertThatThrownBy(() -> MdxParser.parseStatement(mdx)).hasMessageContaining("maxNesting = 250");
    }

    @Test
    void longListsAreNoNesting() {
        FunctionCall set = (FunctionCall) MdxParser.parseExpression("{" + "[a].[b],".repeat(100_000) + "[a]}");

        assertThat(set.args()).hasSize(100_001);
    }

    @Test
    void hugeNumbersAreRefused() {
        assertThatThrownBy(() -> MdxParser.parseExpression("1".repeat(401))).hasMessageContaining("maxNumberLength");
        assertThatThrownBy(() -> MdxParser.parseExpression("1e401")).hasMessageContaining("maxNumberLength");
        assertThatThrownBy(() -> MdxParser.parseExpression("1e" + "9".repeat(300)))
                .hasMessageContaining("maxNumberLength");
        assertThat(MdxParser.parseExpression("1e400")).isInstanceOf(NumericLiteral.class);
    }

    @Test
    void longTextIsRefusedUnread() {
        ParserLimits limits = new ParserLimits(10, 250, 1_000, 400);

        assertThatThrownBy(() -> MdxParser.parseStatement("SELECT FROM c", limits))
                .hasMessageContaining("13 characters")
                .hasMessageContaining("maxTextLength = 10");
    }

    private static String onStackOf(int kilobytes, String mdx) throws InterruptedException {
        AtomicReference<String> unparsed = new AtomicReference<>();
        Thread thread = new Thread(
                null, () -> unparsed.set(Unparser.unparse(MdxParser.parseExpression(mdx))), "small", kilobytes * 1024L);
        thread.start();
        thread.join();
        return unparsed.get();
    }
}
