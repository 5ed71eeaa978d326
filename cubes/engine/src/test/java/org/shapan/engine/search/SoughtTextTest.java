package org.shapan.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoughtTextTest {
    @ParameterizedTest
    @CsvSource({
        "济南市, jn",
        "济南市, JiNan",
        "济南市, ji nan",
        "济南市, jnan",
        "济南市, jinanshi",
        "济南市, jina",
        "济南市, 济南",
        "济南市, n",
        "西安, xi'an",
        "重庆, chongqing",
        "重庆, zhongqing",
        "长清区, cq",
        "绿园区, lv",
        "4G用户, 4gyh",
        "全球通VIP, qqtvip",
        "Lixia, IXI",
    })
    void finds(String text, String sought) {
        assertThat(new SoughtText(sought).rank(text)).isNotEqualTo(SoughtText.NONE);
    }

    @ParameterizedTest
    @CsvSource({"济南市, jb", "济南市, jnx", "济南市, nj", "济南市, jinans h x", "Lixia, lx", "青岛, q d x", "4G用户, 5g"})
    void doesNotFind(String text, String sought) {
        assertThat(new SoughtText(sought).rank(text)).isEqualTo(SoughtText.NONE);
    }

    @Test
    void theWholeTextBeforeItsBeginningBeforePinyinBeforeItsMiddle() {
        SoughtText sought = new SoughtText("da");

        assertThat(Stream.of("panda", "大同", "da", "dahlia", "不大").sorted(Comparator.comparingInt(sought::rank)))
                .containsExactly("da", "dahlia", "大同", "panda", "不大");
    }

    @Test
    void blankFindsAllAlike() {
        SoughtText sought = new SoughtText("  ");

        assertThat(Stream.of("", "x", "济南").map(sought::rank)).containsOnly(0);
    }

    @Test
    void aLongTextOfManyReadingsEnds() {
        assertThat(new SoughtText("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzx").rank("着".repeat(60)))
                .isEqualTo(SoughtText.NONE);
    }
}
