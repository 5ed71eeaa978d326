package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.sp.SpVerdict;

/**
 * Everything on the page of a company.
 *
 * @param months to choose from, latest first
 * @param companies codes and names to choose from
 * @param unit the company, or the code that was chosen
 * @param verdict of the code that was chosen, or of the company through its worst code
 * @param rules ids of all rules, in order
 * @param codes of the company, by score
 * @param shown the code that was chosen; empty for the company
 * @param judged the code that the verdict is about
 * @param lineMedians medians of MO and MT over the codes of the judged code's line; empty with fewer than three
 * @param likenesses of the judged code, largest excess first; empty where this person sees none
 */
public record SpCompanyBoard(
        YearMonth month,
        List<YearMonth> months,
        Map<String, String> companies,
        String companyName,
        SpUnit unit,
        SpVerdict verdict,
        List<String> rules,
        List<SpCodeRow> codes,
        Optional<SpCodeRow> shown,
        Optional<SpCodeRow> judged,
        Map<SpKpi, OptionalDouble> lineMedians,
        HeatMap heat,
        List<Likeness> likenesses) {
    public SpCompanyBoard {
        requireNonNull(month, "month is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(verdict, "verdict is null");
        months = List.copyOf(months);
        rules = List.copyOf(rules);
        codes = List.copyOf(codes);
        likenesses = List.copyOf(likenesses);
    }
}
