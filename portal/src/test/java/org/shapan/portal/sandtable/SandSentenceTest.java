package org.shapan.portal.sandtable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shapan.insight.State;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.widget.RunningText;

/** The numbers in the sentences of the sand table and of the home page, in its path, and the counts, against the board and plain SQL. */
class SandSentenceTest {
    private static final SandState BRANCHES = SandState.DEFAULT.withBranches(true);
    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void everyNumberOfASentenceIsThatOfTheBoard() throws Exception {
        SandBoard board = load(CiProvince.user(), BRANCHES);
        SandText text = new SandText(board, Asked.WORDS, Asked.FIGURES);
        assertThat(board.reasons()).hasSizeGreaterThan(2);
        boolean located = false;
        for (SandReason reason : board.reasons()) {
            AskedText asked = new AskedText();
            String told = text.fact(reason, asked) + text.cause(reason, asked);
            List<NumberQuestion> questions = asked.questions();
            located |= reason.movement().isPresent();

            assertThat(questions).as(told).hasSizeGreaterThanOrEqualTo(2);
            for (NumberQuestion question : questions) {
                Asked.answer(province, CiProvince.user(), question);
                assertThat(RunningText.plain(told)).contains(question.shown());
            }
        }
        assertThat(located).isTrue();
    }

    @Test
    void redServiceProvidersAreCountedByMdx() throws Exception {
        SandBoard board = load(CiProvince.user(), BRANCHES);
        AskedText asked = new AskedText();
        new SandText(board, Asked.WORDS, Asked.FIGURES).spFact(board.sp().orElseThrow(), asked);

        assertThat(asked.questions()).hasSize(2);
        for (NumberQuestion question : asked.questions()) {
            assertThat(Asked.answer(province, CiProvince.user(), question)).isPositive();
        }
    }

    @Test
    void thePathHasRevenueOfPlainSql() throws Exception {
        SandBoard board = load(CiProvince.user(), BRANCHES);
        AskedText asked = new AskedText();
        new SandText(board, Asked.WORDS, Asked.FIGURES).step(board.total(SandKpi.REVENUE), asked);

        assertThat(asked.questions()).hasSize(2);
        Asked.equalsSql(
                province,
                asked.questions().getFirst(),
                ((Number) province.rows("SELECT sum(fee_gross) AS v FROM f_rev_detail WHERE k_month = 201003")
                                .getFirst()
                                .get("v"))
                        .doubleValue());
        Asked.answer(province, CiProvince.user(), asked.questions().get(1));
    }

    @Test
    void countsNameWhatTheyCount() throws Exception {
        SandBoard board = load(CiProvince.user(), BRANCHES);
        SandQuestions questions = new SandQuestions(board, Asked.WORDS, Asked.FIGURES);
        long red = 0;
        for (SandDomain domain : SandDomain.values()) {
            red += board.figures().count(board.month(), State.RED, domain);
        }
        NumberQuestion all = questions.count(State.RED, null);

        assertThat(all.shown()).isEqualTo(Long.toString(red));
        assertThat(all.facts()).hasSizeGreaterThan((int) Math.min(red, 12));
        assertThat(all.facts().getFirst().text()).startsWith("red  ");
        Asked.answer(province, CiProvince.user(), all);
        assertThat(Asked.answer(province, CiProvince.user(), questions.parts()))
                .isEqualTo(board.figures().parts().size());
    }

    @Test
    void aBranchManagerIsToldNothingOfAnotherBranch() throws Exception {
        PortalUser manager = CiProvince.user(BRANCH);
        SandBoard own = load(manager, SandState.DEFAULT);
        for (NumberQuestion question : asked(own).questions()) {
            Asked.staysIn(province, manager, question, "Xiangzhou");
        }
        SandBoard other = load(CiProvince.user(), SandState.DEFAULT.withArea("[Area].[Managed].[Zhuhai].[Doumen]"));
        for (NumberQuestion question : asked(other).questions()) {
            Asked.isRefused(province, manager, question);
        }
    }

    private static AskedText asked(SandBoard board) {
        SandText text = new SandText(board, Asked.WORDS, Asked.FIGURES);
        AskedText asked = new AskedText();
        text.step(board.total(SandKpi.REVENUE), asked);
        for (SandReason reason : board.reasons()) {
            text.fact(reason, asked);
            text.cause(reason, asked);
        }
        text.count(State.YELLOW, null, asked);
        assertThat(asked.questions()).hasSizeGreaterThan(2);
        return asked;
    }

    private static SandBoard load(PortalUser user, SandState state) {
        BoardResult<SandBoard> result =
                new SandPresenter(province.cubes(), user, Locale.ENGLISH, province.asOf()).load(state, null, true);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<SandBoard>) result).board();
    }
}
