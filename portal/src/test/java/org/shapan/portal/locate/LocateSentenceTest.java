package org.shapan.portal.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shapan.insight.locate.LogicDimension;
import org.shapan.insight.locate.Movement;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.widget.RunningText;

/** The numbers in the sentences and in the path of a localisation, against the board and plain SQL. */
class LocateSentenceTest {
    private static final String OWN = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final String OTHER = "[Area].[Managed].[Zhuhai].[Doumen]";

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void everyNumberOfTheSentencesIsThatOfTheBoard() throws Exception {
        LocateBoard board = load(CiProvince.user(), LocateState.DEFAULT);
        AskedText sentence = new AskedText();
        AskedText remark = new AskedText();
        String told = text(board).sentence(questions(board), sentence);
        text(board).remark(questions(board), remark);

        assertThat(sentence.questions()).as(told).hasSize(6);
        assertThat(remark.questions()).hasSizeGreaterThanOrEqualTo(3);
        for (NumberQuestion question : sentence.questions()) {
            Asked.answer(province, CiProvince.user(), question);
            assertThat(RunningText.plain(told)).contains(question.shown());
        }
        for (NumberQuestion question : remark.questions()) {
            Asked.answer(province, CiProvince.user(), question);
        }
    }

    @Test
    void revenueOfEachStepOfThePathEqualsPlainSql() throws Exception {
        LocateBoard board = load(CiProvince.user(), LocateState.DEFAULT);
        AskedText asked = new AskedText();
        board.path().forEach(node -> text(board).step(node, questions(board), asked));
        List<NumberQuestion> values = asked.questions().stream()
                .filter(question -> !question.shown().contains("%"))
                .toList();
        List<String> columns = List.of("'Company'", "city_en", "branch_en", "area_en", "leaf_en");

        assertThat(values).hasSameSizeAs(board.path()).hasSizeGreaterThan(3);
        StringBuilder where = new StringBuilder("k_month = 201003");
        List<Object> names = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                where.append(" AND ").append(columns.get(i)).append(" = ?");
                names.add(board.path().get(i).name());
            }
            Asked.equalsSql(
                    province,
                    values.get(i),
                    ((Number) province.rows(
                                            "SELECT sum(fee_gross) AS v FROM f_rev_detail JOIN d_area_leaf USING (k_leaf)"
                                                    + " JOIN d_area USING (k_area) WHERE " + where,
                                            names.toArray())
                                    .getFirst()
                                    .get("v"))
                            .doubleValue());
        }
        for (NumberQuestion question : asked.questions()) {
            Asked.answer(province, CiProvince.user(), question);
        }
    }

    @Test
    void aSurpriseIsExplainedByTheSharesItIsMadeOf() throws Exception {
        LocateBoard board = load(CiProvince.user(), LocateState.DEFAULT);
        Movement movement = board.movement().orElseThrow();
        for (LogicDimension dimension : movement.dimensions()) {
            NumberQuestion question = questions(board).surprise(movement, dimension);

            assertThat(question.facts()).hasSize(dimension.explaining().size() + 1);
            assertThat(Asked.answer(province, CiProvince.user(), question)).isEqualTo(movement.actual());
        }
    }

    @Test
    void otherIndicatorsAreAskedLikewise() throws Exception {
        for (LocateKpi kpi : LocateKpi.values()) {
            LocateBoard board = load(CiProvince.user(), LocateState.DEFAULT.withKpi(kpi.id()));
            AskedText asked = new AskedText();
            text(board).sentence(questions(board), asked);
            text(board).remark(questions(board), asked);
            for (NumberQuestion question : asked.questions()) {
                Asked.answer(province, CiProvince.user(), question);
            }
        }
    }

    @Test
    void aBranchManagerIsToldNothingOfAnotherBranch() throws Exception {
        PortalUser manager = CiProvince.user(OWN);
        for (NumberQuestion question : asked(load(manager, LocateState.DEFAULT)).questions()) {
            Asked.staysIn(province, manager, question, "Xiangzhou");
        }
        for (NumberQuestion question : asked(load(CiProvince.user(), LocateState.DEFAULT.withArea(OTHER)))
                .questions()) {
            Asked.isRefused(province, manager, question);
        }
    }

    private static AskedText asked(LocateBoard board) {
        AskedText asked = new AskedText();
        text(board).sentence(questions(board), asked);
        text(board).remark(questions(board), asked);
        board.path().forEach(node -> text(board).step(node, questions(board), asked));
        assertThat(asked.questions()).hasSizeGreaterThan(6);
        return asked;
    }

    private static LocateText text(LocateBoard board) {
        return new LocateText(board, Asked.WORDS, Asked.FIGURES);
    }

    private static LocateQuestions questions(LocateBoard board) {
        return new LocateQuestions(board, text(board), Asked.WORDS, Asked.FIGURES);
    }

    private static LocateBoard load(PortalUser user, LocateState state) {
        BoardResult<LocateBoard> result =
                new LocatePresenter(province.cubes(), user, Locale.ENGLISH, province.asOf()).load(state);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<LocateBoard>) result).board();
    }
}
