package org.shapan.engine.calc.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.shapan.engine.mdx.Syntax;

class SignatureTest {
    @Test
    void theTextTellsHowAFunctionIsWritten() {
        assertThat(Signature.parse("Filter(<Set>, <Logical>)").syntax()).isEqualTo(Syntax.FUNCTION);
        assertThat(Signature.parse("<Member>.Lag(<Numeric>)").syntax()).isEqualTo(Syntax.METHOD);
        assertThat(Signature.parse("<Member>.Parent").syntax()).isEqualTo(Syntax.PROPERTY);
        assertThat(Signature.parse("<Member> NOT IN <Set>").name()).isEqualTo("NOT IN");
        assertThat(Signature.parse("-<Numeric>").syntax()).isEqualTo(Syntax.PREFIX);
        assertThat(Signature.parse("NOT <Logical>").name()).isEqualTo("NOT");
        assertThat(Signature.parse("<Value> IS EMPTY").syntax()).isEqualTo(Syntax.POSTFIX);
        assertThat(Signature.parse("Ytd()").parameters()).isEmpty();
    }

    @Test
    void whatIsInBracketsMayBeLeftAway() {
        Signature signature = Signature.parse("Head(<Set>[, <Numeric>])");

        assertThat(signature.required()).isEqualTo(1);
        assertThat(signature.parameter(1).kind()).isEqualTo(Kind.NUMERIC);
        assertThat(signature.parameter(2)).isNull();
    }

    @Test
    void theLastParameterMayRepeat() {
        Signature signature = Signature.parse("Extract(<Set>, <Hierarchy>...)");

        assertThat(signature.required()).isEqualTo(2);
        assertThat(signature.parameter(7).kind()).isEqualTo(Kind.HIERARCHY);
    }

    @Test
    void aTextThatIsNoSignatureIsRefused() {
        assertThatThrownBy(() -> Signature.parse("Filter(<Sat>)")).hasMessageContaining("Sat");
        assertThatThrownBy(() -> Signature.parse("Filter(<Set>, x)")).hasMessageContaining("x");
    }
}
