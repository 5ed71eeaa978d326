package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.olap4j.OlapConnection;
import org.shapan.reports.delivery.DeliveryOrder;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.delivery.RecipientDocuments;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.render.MemberChoices.Choice;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;

/**
 * A burst to the readers of all branches. Every number of every PDF is what a reader of everything gets who asks for that branch; the total is
 * plain SQL's of that branch; and what the other branches are called is nowhere in it.
 */
class BurstLeakTest {
    private static final Pattern NUMBER = Pattern.compile("[−+×]?[0-9][0-9,.]*(?:%|pp)?");

    /** Their blocks of SP are of the whole company: who is confined to a branch does not get them, and every number that he gets is the branch's. */
    private static final Set<String> COMPANY_WIDE = Set.of("R01");

    private static final String BY_LEAF = " f join d_area_leaf l using (k_leaf) join d_area a using (k_area)";
    private static final String BY_AREA = " f join d_area a using (k_area)";

    @ParameterizedTest
    @CsvSource({
        "R01, day=20100330, 区域, 区域, 办理量, sum(f.transactions), f_channel_day, area",
        "R02, month=201003, 区域, 区域, 折前收入, sum(f.fee_gross), f_rev_detail, leaf",
        "R03, month=201003, 微区域, 微区域, 收入, sum(f.fee_gross), f_rev_detail, leaf",
        "R05, month=201003, 区域, 区域, 实际, sum(f.fee_gross), f_rev_detail, leaf",
        "R08, month=201003, 区域, 区域, 净价值, sum(f.contribution) - sum(f.input), f_social_month, area",
        "R09, month=201003, 区域, 区域, 养卡, sum(f.fake_6m), f_number_check, area",
        "R11, month=201003, 区域, 区域, 成本, sum(f.cost), f_hall_month, area",
        "R14, month=201003, 区域, 区域, 集团数, sum(f.groups), f_group, leaf",
        "R15, month=201003, 区域, 区域, 异动, sum(f.moving), f_retention, leaf",
        "R17, month=200911, 区域, 区域, 恶意欠费, sum(f.malicious), f_arrears, leaf",
        "R18, month=201003, 区域, 区域, 保有率, 'round(sum(f.in_tier) / sum(f.base), 9)', f_retention, leaf"
    })
    void everyNumberOfEveryDocumentIsTheRecipientsOwn(
            String id, String period, String sheet, String key, String value, String sum, String table, String grain)
            throws Exception {
        Map<String, BigDecimal> totals = Documents.sql("select a.branch_zh, " + sum + " from " + table
                + (grain.equals("leaf") ? BY_LEAF : BY_AREA) + " where f.k_" + period + " group by all");
        Map<String, Choice> branches = branches(id);
        int checked = 0;
        for (Map.Entry<String, Choice> branch : branches.entrySet()) {
            BigDecimal total = totals.get(branch.getKey());
            if (total == null) {
                continue;
            }
            Map<String, String> parameters = Map.of(
                    period.substring(0, period.indexOf('=')),
                    period.substring(period.indexOf('=') + 1),
                    "branch",
                    branch.getValue().value());
            Map<ReportFormat, RenderedReport> sent = sent(id, parameters);
            RenderedReport asked = Documents.render(id, parameters, Locale.SIMPLIFIED_CHINESE, ReportFormat.PDF);
            String text = Documents.text(sent.get(ReportFormat.PDF));

            List<String> own = numbers(text);
            List<String> whole = numbers(Documents.text(asked));
            if (COMPANY_WIDE.contains(id)) {
                assertThat(whole)
                        .as("%s of %s", id, branch.getKey())
                        .hasSizeGreaterThan(own.size())
                        .containsSubsequence(own);
            } else {
                assertThat(own).as("%s of %s", id, branch.getKey()).isNotEmpty().isEqualTo(whole);
            }
            assertThat(Documents.column(sent.get(ReportFormat.XLSX), sheet, key, value)
                            .values())
                    .as("total of %s of %s", id, branch.getKey())
                    .last()
                    .satisfies(shown -> assertThat(shown).isEqualByComparingTo(total));
            assertThat(branches.keySet().stream()
                            .filter(other -> !other.equals(branch.getKey()))
                            .filter(text::contains)
                            .collect(Collectors.toSet()))
                    .as("other branches in %s of %s", id, branch.getKey())
                    .isEmpty();
            checked++;
        }
        assertThat(checked).isGreaterThan(1);
    }

    private static Map<String, Choice> branches(String id) throws Exception {
        TemplateParameter branch = TemplateCatalog.bundled().find(id).orElseThrow().parameters().stream()
                .filter(parameter -> parameter.name().equals("branch"))
                .findFirst()
                .orElseThrow();
        try (OlapConnection connection = Documents.PROVINCE.connect()) {
            Map<String, Choice> choices = new LinkedHashMap<>();
            MemberChoices.of(branch, connection).forEach(choice -> choices.put(choice.caption(), choice));
            return choices;
        }
    }

    /** What a burst sends to who answers for a branch: his own role, the branch as the parameter. */
    private static Map<ReportFormat, RenderedReport> sent(String id, Map<String, String> parameters) throws Exception {
        ReportRenderer renderer = new ReportRenderer(
                TemplateCatalog.bundled(),
                ReportInsight.NONE,
                Documents.PROVINCE::data,
                new ReportSettings(ZoneId.of("Asia/Shanghai"), "http://portal.example"),
                Clock.fixed(Instant.parse("2010-04-06T00:11:00Z"), ZoneOffset.UTC));
        Map<ReportFormat, RenderedReport> documents = new HashMap<>();
        new RecipientDocuments(renderer, recipient -> Documents.PROVINCE.connectIn(recipient.login()))
                .of(
                        new DeliveryOrder(
                                id,
                                parameters,
                                Locale.SIMPLIFIED_CHINESE,
                                List.of(ReportFormat.PDF, ReportFormat.XLSX)),
                        new Recipient("reader@branch.example", "何建平，分公司经理", parameters.get("branch")),
                        new Rendering())
                .documents()
                .forEach(document -> documents.put(document.format(), document));
        return documents;
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }
}
