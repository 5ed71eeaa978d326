package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;

/** Statements of spreadsheets that are understood but not offered. */
class RefusedStatementsTest {
    private static Market market;

    @BeforeAll
    static void open() {
        market = new Market(1, 10);
    }

    @AfterAll
    static void close() {
        market.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REFRESH CUBE            | REFRESH CUBE [Sales]
            CREATE SESSION MEMBER   | CREATE SESSION MEMBER [Sales].[Measures].[x] AS 1
            CREATE MEMBER           | CREATE MEMBER [Sales].[Measures].[x] AS 1
            CREATE SESSION SET      | CREATE SESSION SET [Sales].[x] AS {[Place].[A]}
            DROP MEMBER             | DROP MEMBER [Sales].[Measures].[x]
            DROP SET                | DROP SET [Sales].[x]
            CREATE SESSION CUBE     | CREATE SESSION CUBE [Sales_1] FROM [Sales] (MEASURE [Sales].[Amount], DIMENSION [Sales].[Place])
            DROP CUBE               | DROP CUBE [Sales_1]
            UPDATE CUBE             | UPDATE CUBE [Sales] SET ([Measures].[Amount]) = 5 USE_EQUAL_ALLOCATION
            BEGIN TRANSACTION       | BEGIN TRAN
            COMMIT TRANSACTION      | COMMIT TRANSACTION
            ROLLBACK TRANSACTION    | ROLLBACK TRAN
            """)
    void isRefusedByNameWithItsPlace(String name, String statement) {
        EngineException refusal = market.refusal(statement);

        assertThat(refusal.code()).isEqualTo(OlapErrorCode.NOT_SUPPORTED);
        assertThat(refusal).hasMessageStartingWith(name + " is not supported yet (line 1, column 1");
        assertThat(refusal.region()).contains(new Region(1, 1, 1, statement.length()));
    }
}
