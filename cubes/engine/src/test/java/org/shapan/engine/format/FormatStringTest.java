package org.shapan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

class FormatStringTest {

    @ParameterizedTest(name = "{0} as {1} is {2}")
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "1234567.891 → #,##0.00      → 1,234,567.89",
                "1234567.891 → #,##0         → 1,234,568",
                "12          → 0000          → 0012",
                "5           → 0##           → 005",
                "12          → 00,000        → 00,012",
                "0           → #             → ``",
                "0.5         → .00           → .50",
                "12.5        → .00           → 12.50",
                "12.5        → #.##          → 12.5",
                "12          → #.##          → 12.",
                "-12         → 0             → -12",
                "-12         → 0;(0)         → (12)",
                "-12         → 0;;zero       → -12",
                "0           → 0;-0;none     → none",
                "0           → 0;-0;         → 0",
                "-0.004      → 0.00;(0.00)   → 0.00",
                "0.004       → 0.00;(0.00);z → 0.00",
                "0.1234      → 0.0%          → 12.3%",
                "0.1234      → 0.00\\%       → 0.12%",
                "0.1234      → 0.00\"%\"     → 0.12%",
                "1234567     → #,##0,        → 1,235",
                "1234567890  → 0.0,,         → 1234.6",
                "1234567890  → #,##0,,\"M\"  → 1,235M",
                "1234        → 0,            → 1",
                "123456789   → 000-00-0000   → 123-45-6789",
                "5551234     → (000) 000-0000 → (000) 555-1234",
                "1234567     → #,##0 km      → 1,234,567 km",
                "3           → 0 days        → 3 days",
                "1234        → $#,##0        → $1,234",
                "-1234       → \"neg \"0     → -neg 1234",
                "1234        → \\#0          → #1234",
                "12345       → 0.00E+00      → 1.23E+04",
                "0.00012     → 0.0E-0        → 1.2E-4",
                "12345       → 0.0e-000      → 1.2e004",
                "12345       → ##0.0E+0      → 123.5E+2",
                "12345       → 0 Each        → 12345 Each",
                "1234        → |#,##0|style=green|arrow=up → |1,234|style=green|arrow=up",
                "-1234       → |#,##0|style=red → |-1,234|style=red",
                "-1234       → #,##0;[Red]#,##0 → |1,234|style=red",
                "1234        → [Blue]#,##0   → |1,234|style=blue",
                "1234        → [Mauve]0      → [Mauve]1234",
                "2.5         → 0             → 3",
                "-2.5        → 0             → -3",
                "1.005       → 0.00          → 1.01",
                "99999.995   → #,##0.00      → 100,000.00",
                "1e300       → 0             → 1" + "000000000000000000000000000000000000000000000000000000000000"
                        + "000000000000000000000000000000000000000000000000000000000000"
                        + "000000000000000000000000000000000000000000000000000000000000"
                        + "000000000000000000000000000000000000000000000000000000000000"
                        + "000000000000000000000000000000000000000000000000000000000000",
                "1234.5678   → General Number → 1,234.568",
                "1234.5      → `` → 1,234.5",
                "1234.5      → standard      → 1,235",
                "1234.5      → FIXED         → 1235",
                "-1234.5     → Currency      → ($1,234.50)",
                "0.5         → Percent       → 50.00%",
                "12345       → Scientific    → 1.23e+04",
                "7           → Yes/No        → Yes",
                "0           → True/False    → False",
                "-1          → On/Off        → On",
                "39000       → yyyy-mm-dd    → 2006-10-10",
                "39000.5     → hh:nn         → 12:00",
                "1234        → \"only text\" → only text",
                "5           → 0;-0;0;       → 5",
            })
    void numbers(double value, String format, String expected) {
        assertThat(FormatString.compile(format, Locale.US).format(value)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} as {1} is {2}")
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "aBc → #,##0    → aBc",
                "aBc → <        → abc",
                "aBc → >        → ABC",
                "aBc → >@@@@@   → `  ABC`",
                "aBc → >!@@@@@  → `ABC  `",
                "aBc → >&&&&&   → ABC",
                "aBc → >@@      → ABC",
                "aBc → >!@@     → ABC",
                "aBc → \"<\"><  → <ABC",
                "aBcd → >@-@@@  → A-BCD",
                "aBc → |>|style=red → |ABC|style=red",
            })
    void texts(String value, String format, String expected) {
        assertThat(FormatString.compile(format, Locale.US).format(value)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "d/m/yy              → 5/3/09",
                "dd.mm.yyyy          → 05.03.2009",
                "DD.MM.YYYY          → 05.03.2009",
                "dddd, d mmmm yyyy   → Thursday, 5 March 2009",
                "mmm yy              → Mar 09",
                "h:m:s               → 14:7:9",
                "hh:mm:ss            → 14:07:09",
                "h:nn AM/PM          → 2:07 PM",
                "h:nn am/pm          → 2:07 pm",
                "h:nn a/p            → 2:07 p",
                "y                   → 64",
                "q. \"quarter\"      → 1. quarter",
                "w ww                → 5 10",
                "ddddd ttttt         → 3/5/09 14:07:09",
                "General Date        → 3/5/09, 2:07:09 PM",
                "Long Date           → Thursday, March 05, 2009",
                "Medium Date         → 05-Mar-09",
                "Short Date          → 3/5/09",
                "Long Time           → 2:07:09 PM",
                "Medium Time         → 02:07 PM",
                "Short Time          → 14:07",
                "#,##0               → 3/5/09, 2:07:09 PM",
            })
    void dates(String format, String expected) {
        LocalDateTime time = LocalDateTime.of(2009, 3, 5, 14, 7, 9);

        assertThat(FormatString.compile(format, Locale.US).format(time)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "Long Date           → 2009年3月5日 星期四",
                "Medium Date         → 2009年3月5日",
                "Short Date          → 2009/3/5",
                "General Date        → 2009/3/5 14:07:09",
                "Medium Time         → 下午2:07",
                "yyyy年m月           → 2009年3月",
                "mmmm dddd           → 三月 星期四",
                "AM/PM h:nn          → 下午 2:07",
            })
    void datesInChinese(String format, String expected) {
        LocalDateTime time = LocalDateTime.of(2009, 3, 5, 14, 7, 9);

        assertThat(FormatString.compile(format, Locale.SIMPLIFIED_CHINESE).format(time))
                .isEqualTo(expected);
    }

    @Test
    void currencyAndWordsFollowTheLocale() {
        assertThat(FormatString.compile("Currency", Locale.CHINESE).format(1234.5))
                .isEqualTo("¥1,234.50");
        assertThat(FormatString.compile("Currency", Locale.ENGLISH).format(1234.5))
                .isEqualTo("$1,234.50");
        assertThat(FormatString.compile("#,##0.0", Locale.GERMANY).format(1234.5))
                .isEqualTo("1.234,5");
        assertThat(FormatString.compile("Yes/No", Locale.CHINESE).format(1)).isEqualTo("是");
    }

    @Test
    void nullShowsTheFourthSectionOnly() {
        assertThat(FormatString.compile("0;-0;zero", Locale.US).format(null)).isEmpty();
        assertThat(FormatString.compile("0;-0;zero;n/a", Locale.US).format(null))
                .isEqualTo("n/a");
        assertThat(FormatString.compile("Yes/No", Locale.US).format(null)).isEqualTo("No");
    }

    @Test
    void truthValuesAreWords() {
        assertThat(FormatString.compile("#,##0", Locale.US).format(true)).isEqualTo("true");
        assertThat(FormatString.compile("Yes/No", Locale.US).format(false)).isEqualTo("No");
    }

    @Test
    void infinityStandsWhereTheDigitsWere() {
        assertThat(FormatString.compile("0.00%", Locale.US).format(Double.POSITIVE_INFINITY))
                .isEqualTo("Infinity%");
        assertThat(FormatString.compile("$0.00", Locale.US).format(Double.NEGATIVE_INFINITY))
                .isEqualTo("-$Infinity");
        assertThat(FormatString.compile("0;(0)", Locale.US).format(Double.NEGATIVE_INFINITY))
                .isEqualTo("(Infinity)");
        assertThat(FormatString.compile("Standard", Locale.US).format(Double.NaN))
                .isEqualTo("NaN");
    }

    @Test
    void numbersOfAllClassesLookTheSame() {
        FormatString format = FormatString.compile("#,##0.00", Locale.US);

        assertThat(format.format(1234)).isEqualTo("1,234.00");
        assertThat(format.format(1234L)).isEqualTo("1,234.00");
        assertThat(format.format((short) 1234)).isEqualTo("1,234.00");
        assertThat(format.format(1234.1f)).isEqualTo("1,234.10");
        assertThat(format.format(new BigDecimal("1234"))).isEqualTo("1,234.00");
        assertThat(format.format(BigInteger.TEN.pow(20))).isEqualTo("100,000,000,000,000,000,000.00");
        assertThat(format.format(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808.00");
    }

    @Test
    void datesOfAllClassesLookTheSame() {
        FormatString format = FormatString.compile("yyyy-mm-dd", Locale.US);

        assertThat(format.format(LocalDate.of(2010, 3, 31))).isEqualTo("2010-03-31");
        assertThat(format.format(java.sql.Date.valueOf("2010-03-31"))).isEqualTo("2010-03-31");
        assertThat(format.format(Timestamp.valueOf("2010-03-31 23:59:59"))).isEqualTo("2010-03-31");
    }

    @Test
    void longFormatsAreRefusedAndWeirdOnesAreNot() {
        assertThatThrownBy(() -> FormatString.compile("0".repeat(1_001), Locale.US))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.BUDGET_EXCEEDED));
        assertThat(FormatString.compile("0." + "0".repeat(900), Locale.US).format(1.5))
                .hasSize(902);
    }

    @Test
    void compiledFormatsAreShared() {
        assertThat(FormatString.compile("0.0", Locale.US)).isSameAs(FormatString.compile("0.0", Locale.US));
    }

    /** The quick ways give what exact arithmetic gives, for random numbers around all kinds of edges. */
    @Test
    void quickRoundingIsExactRounding() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            int places = random.nextInt(4);
            FormatString format = FormatString.compile("0" + (places > 0 ? "." + "0".repeat(places) : ""), Locale.US);
            int scale = random.nextInt(6);
            long unscaled = random.nextLong() >> random.nextInt(63);
            BigDecimal decimal = BigDecimal.valueOf(unscaled, scale);
            double number = decimal.doubleValue();
            StringBuilder asDecimal = new StringBuilder();
            format.appendDecimal(asDecimal, unscaled, scale);
            StringBuilder asDouble = new StringBuilder();
            format.appendDouble(asDouble, number);

            assertThat(asDecimal.toString()).as("seed %d: %s", seed, decimal).isEqualTo(exact(decimal, places));
            assertThat(asDouble.toString())
                    .as("seed %d: %s", seed, number)
                    .isEqualTo(exact(new BigDecimal(Double.toString(number)), places));
        }
    }

    @Test
    void commonNumbersAreAppendedWithoutGarbage() {
        FormatString format = FormatString.compile("$#,##0.00;($#,##0.00)", Locale.US);
        StringBuilder out = new StringBuilder(100);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        appendMany(format, out, 20_000);

        long before = threads.getCurrentThreadAllocatedBytes();
        appendMany(format, out, 10_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).as("bytes for 40,000 numbers").isLessThan(40_000);
    }

    private static void appendMany(FormatString format, StringBuilder out, int times) {
        for (int i = 0; i < times; i++) {
            out.setLength(0);
            format.appendDouble(out, i * 1234.56);
            format.appendDouble(out, -i);
            format.appendLong(out, i);
            format.appendDecimal(out, 100L * i, 2);
        }
    }

    /** No format and no number end in anything but a text. */
    @Test
    void anyCharactersMakeAFormat() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "0#.,%E+-e;\"\\@&<>![Red]|dmyhnswqtaAMP/: $¤x中\u0000";
        Object[] values = {0, 1.5, -1234567.891, 1e-300, -1e300, null, "aBc", true, LocalDateTime.of(2010, 3, 31, 1, 2)
        };
        for (int i = 0; i < 100_000; i++) {
            StringBuilder format = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                format.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Object value = values[random.nextInt(values.length)];
            try {
                assertThat(FormatString.compile(format.toString(), Locale.US).format(value))
                        .isNotNull();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + value + " as <" + format + ">", e);
            }
        }
    }

    private static String exact(BigDecimal value, int places) {
        BigDecimal rounded = value.setScale(places, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO.setScale(places).toPlainString() : rounded.toPlainString();
    }
}
