package org.shapan.engine.mdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.conformance.ConformanceCase;

/** Parse → unparse → parse is the identity on the tree, regions apart. */
class UnparseRoundTripTest {

    @Test
    void everyConformanceQueryThatHasAResultSurvives() {
        List<ConformanceCase> cases = ConformanceCase.all();
        assertThat(cases).hasSize(ConformanceCase.COUNT);

        List<ConformanceCase> succeeding =
                cases.stream().filter(ConformanceCase::succeeds).toList();

        List<String> refused = new ArrayList<>();
        for (ConformanceCase each : succeeding) {
            try {
                assertSurvives(each.toString(), each.mdx());
            } catch (EngineException e) {
                refused.add(each + ": " + e.getMessage() + "\n" + each.mdx());
            }
        }
        assertThat(refused).isEmpty();
        System.out.println("round trip of " + succeeding.size() + " conformance queries");
    }

    @Test
    void conformanceQueriesThatFailEndInATreeOrATypedError() {
        Set<String> refused = ConformanceCase.all().stream()
                .filter(each -> !each.succeeds())
                .filter(each -> {
                    try {
                        assertSurvives(each.toString(), each.mdx());
                        return false;
                    } catch (EngineException e) {
                        assertThat(e.code()).isEqualTo(OlapErrorCode.MDX_SYNTAX);
                        assertThat(e.region()).isPresent();
                        return true;
                    }
                })
                .map(ConformanceCase::id)
                .collect(Collectors.toSet());

        System.out.println("syntax errors in the conformance queries: " + refused);
        assertThat(refused).isNotEmpty();
    }

    private static void assertSurvives(String what, String mdx) {
        Statement first = MdxParser.parseStatement(mdx);
        String text = Unparser.unparse(first);
        Statement second = MdxParser.parseStatement(text);

        assertThat(TreeShape.of(second)).as(what).isEqualTo(TreeShape.of(first));
        assertThat(Unparser.unparse(second)).as(what).isEqualTo(text);
    }
}
