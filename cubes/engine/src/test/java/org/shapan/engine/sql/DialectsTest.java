package org.shapan.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

class DialectsTest {
    private final Dialect duckDb = Dialects.ofProduct("DuckDB");

    @ParameterizedTest
    @CsvSource({"DuckDB,duckdb", "PostgreSQL,postgres", "HSQL Database Engine,hsqldb", "H2,h2"})
    void theProductNameChooses(String product, String name) {
        Dialect dialect = Dialects.ofProduct(product);

        assertThat(dialect.name()).isEqualTo(name);
        assertThat(dialect.understands()).first().isEqualTo(name);
        assertThat(dialect.understands()).last().isEqualTo("generic");
    }

    @Test
    void anUnknownDatabaseIsRefusedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> Dialects.ofProduct("Nosuch"))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.CONNECTION))
                .hasMessageContaining("'Nosuch'")
                .hasMessageContaining("DuckDB, PostgreSQL, HSQL Database Engine, H2");
    }

    @Test
    void namesAreQuoted() {
        assertThat(duckDb.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(duckDb.quote(null, "t")).isEqualTo("\"t\"");
        assertThat(duckDb.quote("s", "t")).isEqualTo("\"s\".\"t\"");
        assertThat(duckDb.orderItem("x", true)).isEqualTo("x ASC NULLS LAST");
    }

    @Test
    void literalsCannotBecomeSql() {
        assertThat(duckDb.literal("o'brien; DROP TABLE x --", DataType.STRING))
                .isEqualTo("'o''brien; DROP TABLE x --'");
        assertThat(duckDb.literal(null, DataType.STRING)).isEqualTo("NULL");
        assertThat(duckDb.literal(" 42 ", DataType.LONG)).isEqualTo("42");
        assertThat(duckDb.literal(new BigDecimal("1.50"), DataType.DECIMAL)).isEqualTo("1.50");
        assertThat(duckDb.literal("true", DataType.BOOLEAN)).isEqualTo("TRUE");
        assertThat(duckDb.literal(LocalDate.of(2010, 3, 31), DataType.DATE)).isEqualTo("DATE '2010-03-31'");
        assertThat(duckDb.literal(LocalDateTime.of(2010, 3, 31, 5, 6, 7), DataType.TIMESTAMP))
                .isEqualTo("TIMESTAMP '2010-03-31 05:06:07'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1; DROP TABLE x", "", "0x10", "NaN"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> duckDb.literal(text, DataType.LONG)).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> duckDb.literal(Double.NaN, DataType.DOUBLE)).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> duckDb.literal("a\0b", DataType.STRING)).isInstanceOf(EngineException.class);
    }
}
