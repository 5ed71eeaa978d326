package org.shapan.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shapan.reports.render.MailFacts;

class SubjectTest {
    private static final MailFacts FACTS = new MailFacts("分公司报告", "香洲　2010年3月", "2010年3月", "香洲");

    @Test
    void withoutATextItIsTitleAndScope() {
        assertThat(Subject.of(null, FACTS, "月报")).isEqualTo("分公司报告 香洲　2010年3月");
    }

    @Test
    void placeholdersArePutIn() {
        assertThat(Subject.of("[{schedule}] {area} {period}: {report} ({scope})", FACTS, "月报"))
                .isEqualTo("[月报] 香洲 2010年3月: 分公司报告 (香洲　2010年3月)");
    }

    @Test
    void whatIsPutInIsNotLookedAtAgain() {
        MailFacts sly = new MailFacts("{schedule}", "$1 \\1", "{report}", "");

        assertThat(Subject.of("{report}|{scope}|{period}", sly, "secret")).isEqualTo("{schedule}|$1 \\1|{report}");
    }

    @Test
    void neitherTextNorValuesAddALine() {
        MailFacts sly = new MailFacts("A\r\nBcc: x@evil.example", "B\u2028C", "D\u0085E", "F\u0000G");

        String subject = Subject.of("H\nI {report} {scope} {period} {area} {schedule}", sly, "J\r\n\r\nK");

        assertThat(subject.chars().filter(c -> Character.isISOControl(c) || c == '\u2028'))
                .isEmpty();
        assertThat(subject).startsWith("H I A  Bcc").endsWith("J    K");
    }

    @Test
    void itIsCutToALength() {
        assertThat(Subject.of("{report}", new MailFacts("x".repeat(500), "", "", ""), ""))
                .hasSize(200)
                .endsWith("…");
    }

    @Test
    void otherPlaceholdersAreUnknown() {
        assertThat(Subject.unknown("{report} {recipient}")).contains("recipient");
        assertThat(Subject.unknown("{report} {Scope}")).contains("Scope");
        assertThat(Subject.unknown("{report} { plain }")).contains(" plain ");
        assertThat(Subject.unknown("{report} for {schedule} }{")).isEmpty();
    }
}
