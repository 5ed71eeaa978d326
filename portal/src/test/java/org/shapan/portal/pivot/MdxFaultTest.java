package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.Region;

/** Where the engine finds a fault in a written statement. */
class MdxFaultTest extends OperatedPivot {
    private MdxFault fault(String statement) {
        return MdxFault.of(catchThrowableOfType(SQLException.class, () -> session.check(branches.withMdx(statement))));
    }

    @Test
    void anUnknownNameAndABrokenSentenceHaveTheirPlaces() {
        MdxFault unknown = fault("SELECT {[Measures].[No such]}\n ON COLUMNS FROM [Revenue]");
        MdxFault broken = fault("SELECT {[Measures].[Gross revenue]}\n ON COLUMNS\nFORM [Revenue]");

        assertThat(unknown.place()).isEqualTo(new Region(1, 9, 1, 28));
        assertThat(unknown.text()).contains("No such").doesNotContain("line 1");
        assertThat(broken.place().line()).isEqualTo(3);
        assertThat(broken.place().column()).isOne();
    }

    @Test
    void aRightStatementHasNone() throws Exception {
        session.check(branches.withMdx("SELECT {[Measures].[Gross revenue]} ON COLUMNS FROM [Revenue]"));
    }
}
