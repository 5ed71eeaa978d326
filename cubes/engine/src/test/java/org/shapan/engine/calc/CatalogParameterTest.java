package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shapan.engine.calc.eval.QueryLimits;

/** Values that whoever runs a query gives to parameters of the catalog; the defaults are in the golden scripts. */
class CatalogParameterTest {
    private static final SalesCube CUBE = new SalesCube();

    @AfterAll
    static void close() {
        CUBE.close();
    }

    @Test
    void aValueTakesThePlaceOfTheDefault() {
        String mdx = "WITH MEMBER Measures.n AS ParamRef(\"Least\") SELECT {Measures.n} ON 0 FROM Sales";

        assertThat(CUBE.run(mdx, QueryLimits.DEFAULT, Map.of("LEAST", 8)).value(0))
                .isEqualTo(8L);
    }

    @Test
    void aParameterThatIsNotModifiableRefusesAValue() {
        String mdx = "WITH MEMBER Measures.n AS ParamRef(\"Home\").Name SELECT {Measures.n} ON 0 FROM Sales";

        QueryResult result = CUBE.run(mdx, QueryLimits.DEFAULT, Map.of("HOME", "[Shop].[Nord]"));

        assertThat(result.errors(0)).contains("Parameter 'Home' keeps the value that the catalog gives it");
    }
}
