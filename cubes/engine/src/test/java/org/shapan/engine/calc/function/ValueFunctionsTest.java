package org.shapan.engine.calc.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that look at nothing but values. */
class ValueFunctionsTest {
    private static final Calculator CALCULATOR = new Calculator();

    @AfterAll
    static void close() {
        CALCULATOR.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Round(2.5)                          | 3
                    Round(-2.5)                         | -2
                    Round(3.14159, 2)                   | 3.14
                    Round(1234, -2)                     | 1200
                    Int(-2.7)                           | -3
                    Fix(-2.7)                           | -2
                    Sgn(-5)                             | -1
                    Mod(7.2, -3.2)                      | -2.4
                    Sqr(2.25)                           | 1.5
                    Power(2, 10)                        | 1024
                    Atan2(1, 2)                         | 0.463647609001
                    Asinh(-1)                           | -0.881373587020
                    Asinh(0.000001)                     | 0.000001
                    Acosh(2)                            | 1.316957896925
                    Atanh(0.5)                          | 0.549306144334
                    Degrees(Pi())                       | 180
                    CInt(2.5)                           | 2
                    CInt(2.6)                           | 3
                    CLng(3.5)                           | 4
                    CDbl("12.5")                        | 12.5
                    Val("-12.5 pieces")                 | -12.5
                    Val("pieces")                       | 0
                    CAST("12" AS NUMERIC)               | 12
                    CAST(-12.7 AS INTEGER)              | -12
                    Len(NULL)                           | 0
                    InStr("banana", "an")               | 2
                    InStr(3, "banana", "an")            | 4
                    InStr(1, "BANANA", "an", 1)         | 2
                    InStrRev("banana", "an")            | 4
                    InStrRev("banana", "an", 3)         | 2
                    StrComp("a", "B")                   | 1
                    StrComp("a", "B", 1)                | -1
                    Asc("A")                            | 65
                    Pmt(0.1, 2, -100)                   | 57.619047619048
                    FV(0.1, 2, -57.61904761904762, 100) | 0
                    PV(0.1, 2, 57.61904761904762)       | -100
                    IPmt(0.1, 1, 2, -100)               | 10
                    PPmt(0.1, 1, 2, -100)               | 47.619047619048
                    NPer(0.1, 57.61904761904762, -100)  | 2
                    Rate(2, 57.61904761904762, -100)    | 0.1
                    NPV(0.1, 11, 12.1)                  | 20
                    SLN(1000, 100, 5)                   | 180
                    SYD(1000, 100, 5, 1)                | 300
                    DDB(1000, 100, 5, 2)                | 240
                    """)
    void numbers(String expression, double expected) {
        assertThat(CALCULATOR.number(expression)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    Left("abc", 2)                              | ab
                    Left("abc", 9)                              | abc
                    Right("abc", 2)                             | bc
                    Mid("abcdef", 3)                            | cdef
                    Mid("abcdef", 3, 2)                         | cd
                    Mid("abc", 9)                               | ''
                    Trim("  a b ")                              | a b
                    LTrim(" a ")                                | 'a '
                    UCase("straße")                             | STRASSE
                    String(3, "xy")                             | xxx
                    StrReverse("abc")                           | cba
                    Replace("banana", "a", "o", 3)              | banono
                    Replace("banana", "a", "o", 1, 1)           | bonana
                    Chr(66)                                     | B
                    Str(12)                                     | ' 12'
                    Str(-12.5)                                  | -12.5
                    Hex(255)                                    | FF
                    Oct(64)                                     | 100
                    CStr(1.50)                                  | 1.50
                    CAST(12 AS STRING)                          | 12
                    TypeName("x")                               | String
                    TypeName(NULL)                              | Empty
                    Format(1234.5, "#,##0.00")                  | '1,234.50'
                    FormatNumber(-1234.567, 1, 0, 1)            | '(1,234.6)'
                    FormatNumber(0.5, 2, 0)                     | .50
                    FormatNumber(1234.5, 0, 1, 0, 0)            | 1235
                    FormatPercent(0.4567, 1)                    | 45.7%
                    FormatCurrency(1234.5)                      | '$1,234.50'
                    FormatDateTime(DateSerial(2024, 3, 5), 2)   | 3/5/24
                    MonthName(3)                                | March
                    WeekdayName(1, 1 = 1)                       | Sun
                    """)
    void texts(String expression, String expected) {
        assertThat(CALCULATOR.value(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Now()                                             | 2024-03-05T14:30:15
                    Date()                                            | 2024-03-05T00:00
                    DateSerial(2024, 14, 0)                           | 2025-01-31T00:00
                    TimeSerial(13, 45, 30)                            | 1899-12-30T13:45:30
                    DateAdd("m", 1, DateSerial(2024, 1, 31))          | 2024-02-29T00:00
                    DateAdd("q", -1, DateSerial(2024, 1, 31))         | 2023-10-31T00:00
                    DateAdd("n", 825, DateSerial(1999, 12, 31))       | 1999-12-31T13:45
                    CDate("2024-03-05 13:45")                         | 2024-03-05T13:45
                    CAST("2024-03-05" AS DATE)                        | 2024-03-05T00:00
                    """)
    void dates(String expression, String expected) {
        assertThat(CALCULATOR.value(expression)).isEqualTo(LocalDateTime.parse(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Year(Now()) * 100 + Month(Now())                                       | 202403
                    Hour(Now()) * 100 + Minute(Now())                                      | 1430
                    Second(Now())                                                          | 15
                    Weekday(DateSerial(2024, 2, 29))                                       | 5
                    Weekday(DateSerial(2024, 2, 29), 2)                                    | 4
                    DatePart("q", DateSerial(2024, 8, 15))                                 | 3
                    DatePart("ww", DateSerial(2024, 3, 5))                                 | 10
                    DatePart("y", DateSerial(2024, 12, 31))                                | 366
                    DateDiff("yyyy", DateSerial(2023, 12, 31), DateSerial(2024, 1, 1))     | -1
                    DateDiff("d", DateSerial(2024, 3, 1), DateSerial(2024, 2, 28))         | 2
                    DateDiff("h", DateAdd("n", 61, DateSerial(2024, 1, 1)), DateSerial(2024, 1, 1)) | 1
                    """)
    void partsOfDates(String expression, double expected) {
        assertThat(CALCULATOR.number(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "Store 7" MATCHES "Store.*"      | true
                    "My Store" MATCHES "Store"       | false
                    "seafood" MATCHES "(?i).*FOOD"   | true
                    "a" NOT MATCHES "b"              | true
                    CBool(0.5)                       | true
                    CAST(0 AS BOOLEAN)               | false
                    IsNumeric("1")                   | false
                    IsDate(Now())                    | true
                    """)
    void truths(String expression, boolean expected) {
        assertThat(CALCULATOR.value(expression)).isEqualTo(expected);
    }

    @Test
    void emptyOfEmpty() {
        assertThat(CALCULATOR.value("Sqr(NULL)")).isNull();
        assertThat(CALCULATOR.value("Left(NULL, 2)")).isNull();
        assertThat(CALCULATOR.value("Round(Measures.Amount / NULL * NULL, 2)")).isNull();
        assertThat(CALCULATOR.value("CAST(NULL AS INTEGER)")).isNull();
        assertThat(CALCULATOR.value("DateAdd(\"d\", NULL, Now())")).isNull();
    }

    @Test
    void mistakesAreNamed() {
        assertThat(CALCULATOR.error("Mid(\"abc\", 0)")).contains("from 1");
        assertThat(CALCULATOR.error("Left(\"abc\", -1)")).contains("cannot be negative");
        assertThat(CALCULATOR.error("Space(2000000)")).contains("limit of 1000000");
        assertThat(CALCULATOR.error("Mod(1, 0)")).contains("divide by 0");
        assertThat(CALCULATOR.error("CDbl(\"twelve\")")).contains("Not a number");
        assertThat(CALCULATOR.error("CAST(1 AS COLOUR)")).contains("COLOUR").contains("TIMESTAMP");
        assertThat(CALCULATOR.error("DateAdd(\"fortnight\", 1, Now())")).contains("yyyy, q, m");
        assertThat(CALCULATOR.error("CDate(\"yesterday\")")).contains("2024-03-05");
        assertThat(CALCULATOR.error("\"a\" MATCHES \"(\"")).contains("regular expression");
    }
}
