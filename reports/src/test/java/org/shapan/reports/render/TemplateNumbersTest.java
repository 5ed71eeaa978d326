package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;

/** Every figure of a column of each template equals plain SQL on the warehouse, and its total the pivot's. */
class TemplateNumbersTest {
    /**
     * @param key column whose texts name the rows
     * @param sql texts and figures; the total is the row without a text, which stands under {@code total}
     * @param total text of the total row in the sheet
     * @param mdx query for the one cell of the total
     */
    record Column(
            String id,
            Map<String, String> parameters,
            String sheet,
            String key,
            String value,
            String total,
            String sql,
            String mdx) {
        @Override
        public String toString() {
            return id + " " + sheet + " " + value;
        }
    }

    static Stream<Column> columns() {
        return Stream.of(
                new Column("R01", Map.of("day", "2010-03-30"), "区域", "区域", "办理量", "全公司", """
                        select a.branch_zh, sum(f.transactions) from f_channel_day f join d_area a using (k_area)
                        where f.k_day = 20100330 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Transactions]} ON 0 FROM [Channel Activity]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003].[20100330])"""),
                new Column("R01", Map.of("day", "2010-03-30", "branch", "香洲"), "区域", "区域", "本月累计", "香洲", """
                        select a.area_zh, sum(f.transactions) from f_channel_day f join d_area a using (k_area)
                        where f.k_day between 20100301 and 20100330 and a.branch_zh = '香洲' group by rollup (a.area_zh)""", """
                        SELECT {[Measures].[Transactions]} ON 0
                        FROM (SELECT {[Time].[Calendar].[2010].[Q1].[201003].[20100301] : [Time].[Calendar].[2010].[Q1].[201003].[20100330]} ON 0
                              FROM [Channel Activity])
                        WHERE ([Area].[Managed].[Zhuhai].[Xiangzhou])"""),
                new Column("R02", Map.of("month", "2010-03"), "区域", "区域", "折前收入", "全公司", """
                        select a.branch_zh, sum(f.fee_gross) from f_rev_detail f
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                        where f.k_month = 201003 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Gross revenue]} ON 0 FROM [Operations]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003])"""),
                new Column("R05", Map.of("month", "2010-03", "branch", "香洲"), "区域", "区域", "实际", "香洲", """
                        select a.area_zh, sum(f.fee_gross) from f_rev_detail f
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                        where f.k_month = 201003 and a.branch_zh = '香洲' group by rollup (a.area_zh)""", """
                        SELECT {[Measures].[Gross revenue]} ON 0 FROM [Operations]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003], [Area].[Managed].[Zhuhai].[Xiangzhou])"""),
                new Column(
                        "R07", Map.of("month", "2010-03", "company", "飞鱼数码"), "业务代码", "业务代码", "信息费", "飞鱼数码", """
                        select c.code_zh, sum(f.fee) from f_sp_user f join d_sp_code c using (k_sp_code)
                        where f.k_month = 201003 and c.company_zh = '飞鱼数码' group by rollup (c.code_zh)""", """
                        SELECT {[Measures].[Fee]} ON 0 FROM [SP]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003],
                               Filter([SP].[Company].[Company].Members, [SP].[Company].CurrentMember.Caption = "飞鱼数码").Item(0))"""),
                new Column("R07", Map.of("month", "2010-03", "company", "飞鱼数码"), "分公司", "分公司", "实收", "全公司", """
                        select a.branch_zh, sum(f.received) from f_sp_user f join d_sp_code c using (k_sp_code)
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                        where f.k_month = 201003 and c.company_zh = '飞鱼数码' group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Received]} ON 0 FROM [SP]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003],
                               Filter([SP].[Company].[Company].Members, [SP].[Company].CurrentMember.Caption = "飞鱼数码").Item(0))"""),
                new Column("R08", Map.of("month", "2010-03"), "区域", "区域", "净价值", "全公司", """
                        select a.branch_zh, sum(f.contribution) - sum(f.input) from f_social_month f join d_area a using (k_area)
                        where f.k_month = 201003 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Net value]} ON 0 FROM [Social Channels]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003])"""),
                new Column("R08", Map.of("month", "2010-03", "branch", "香洲"), "价值类型", "类型", "渠道数", "全部类型", """
                        select t.type_zh, sum(f.channels) from f_social_month f join d_area a using (k_area)
                        join d_value_type t using (k_value_type)
                        where f.k_month = 201003 and a.branch_zh = '香洲' group by rollup (t.type_zh)""", """
                        SELECT {[Measures].[Channel-months]} ON 0 FROM [Social Channels]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003], [Area].[Managed].[Zhuhai].[Xiangzhou])"""),
                new Column("R14", Map.of("month", "2010-03"), "区域", "区域", "集团数", "全公司", """
                        select a.branch_zh, sum(f.groups) from f_group f
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                        where f.k_month = 201003 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Groups]} ON 0 FROM [Groups]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003])"""),
                new Column("R14", Map.of("month", "2010-03", "branch", "香洲"), "行业", "行业", "收入", "全部集团", """
                        select g.industry_zh, sum(f.fee) from f_group f join d_group g using (k_group)
                        join d_area_leaf l using (k_leaf) join d_area a on a.k_area = l.k_area
                        where f.k_month = 201003 and a.branch_zh = '香洲' group by rollup (g.industry_zh)""", """
                        SELECT {[Measures].[Revenue]} ON 0 FROM [Groups]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003], [Area].[Managed].[Zhuhai].[Xiangzhou])"""),
                new Column("R09", Map.of("month", "2010-03"), "区域", "区域", "养卡", "全公司", """
                        select a.branch_zh, sum(f.fake_6m) from f_number_check f join d_area a using (k_area)
                        where f.k_month = 201003 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Kept for commission]} ON 0 FROM [Channel Economics]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003])"""),
                new Column("R10", Map.of("month", "2010-03"), "渠道类型", "渠道类型", "办理量", "全部渠道", """
                        select t.type_zh, sum(f.transactions) from f_channel_day f join d_channel c using (k_channel)
                        join d_channel_type t using (k_channel_type)
                        where f.k_month = 201003 group by rollup (t.type_zh)""", """
                        SELECT {[Measures].[Transactions]} ON 0 FROM [Channel Activity]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003])"""),
                new Column("R15", Map.of("month", "2010-03"), "区域", "区域", "异动", "全公司", """
                        select a.branch_zh, sum(f.moving) from f_retention f
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                        where f.k_month = 201003 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Moving]} ON 0 FROM [Retention]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003])"""),
                new Column("R18", Map.of("month", "2010-03"), "区域", "区域", "保有率", "全公司", """
                        select a.branch_zh, round(sum(f.in_tier) / sum(f.base), 9) from f_retention f
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                        where f.k_month = 201003 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Retention]} ON 0 FROM [Retention]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003])"""),
                new Column("R18", Map.of("month", "2010-03", "branch", "香洲"), "等级", "客户等级", "拍照", "全部等级", """
                        select t.tier_zh, sum(f.base) from f_retention f
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area) join d_tier t using (k_tier)
                        where f.k_month = 201003 and a.branch_zh = '香洲' group by rollup (t.tier_zh)""", """
                        SELECT {[Measures].[Snapshot base]} ON 0 FROM [Retention]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003], [Area].[Managed].[Zhuhai].[Xiangzhou])"""),
                new Column("R19", Map.of("campaign", "C20090401"), "波次", "波次", "办理", "上网卡三波次营销", """
                        select w.wave_zh, sum(f.orders) from f_campaign_contact f join d_wave w using (k_wave)
                        where w.campaign_code = 'C20090401' group by rollup (w.wave_zh)""", """
                        SELECT {[Measures].[Campaign orders]} ON 0 FROM [Campaigns]
                        WHERE ([Campaign].[Terminals and data cards].[C20090401])"""),
                new Column("R19", Map.of("campaign", "C20090401"), "分公司", "分公司", "成本", "全公司", """
                        select a.branch_zh, sum(f.cost) from f_campaign_contact f join d_wave w using (k_wave)
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                        where w.campaign_code = 'C20090401' group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Campaign cost]} ON 0 FROM [Campaigns]
                        WHERE ([Campaign].[Terminals and data cards].[C20090401])"""),
                new Column("R11", Map.of("month", "2010-03"), "区域", "区域", "成本", "全公司", """
                        select a.branch_zh, sum(f.cost) from f_hall_month f join d_area a using (k_area)
                        where f.k_month = 201003 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Hall cost]} ON 0 FROM [Halls]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003])"""),
                new Column("R11", Map.of("month", "2010-03", "branch", "香洲"), "营业厅", "营业厅", "办理量", "全部渠道", """
                        select c.channel_zh, sum(f.transactions) from f_hall_month f join d_area a using (k_area)
                        join d_channel c on c.k_channel = f.k_channel
                        where f.k_month = 201003 and a.branch_zh = '香洲' group by rollup (c.channel_zh)""", """
                        SELECT {[Measures].[Hall transactions]} ON 0 FROM [Halls]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003], [Area].[Managed].[Zhuhai].[Xiangzhou])"""),
                new Column("R13", Map.of("month", "2010-03"), "区域", "区域", "激活", "全公司", """
                        select a.branch_zh, sum(f.activated) from f_number_flow f join d_area a using (k_area)
                        where f.k_month = 201003 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Activated]} ON 0 FROM [Numbers]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003])"""),
                new Column("R13", Map.of("month", "2010-03", "branch", "香洲"), "库存账龄", "账龄", "渠道库存", "全部账龄", """
                        select s.age_zh, sum(f.stock) from f_number_stock f join d_area a using (k_area)
                        join d_stock_age s using (k_stock_age)
                        where f.k_month = 201003 and a.branch_zh = '香洲' group by rollup (s.age_zh)""", """
                        SELECT {[Measures].[Channel stock]} ON 0 FROM [Numbers]
                        WHERE ([Time].[Calendar].[2010].[Q1].[201003], [Area].[Managed].[Zhuhai].[Xiangzhou])"""),
                new Column("R17", Map.of("month", "2009-11"), "区域", "区域", "恶意欠费", "全公司", """
                        select a.branch_zh, sum(f.malicious) from f_arrears f
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                        where f.k_month = 200911 group by rollup (a.branch_zh)""", """
                        SELECT {[Measures].[Malicious arrears]} ON 0 FROM [Arrears]
                        WHERE ([Time].[Calendar].[2009].[Q4].[200911])"""),
                new Column("R17", Map.of("month", "2009-11"), "扣减清单", "合作公司", "恶意欠费", "全部公司", """
                        select c.company_zh, sum(f.malicious) from f_arrears f join d_sp_code c using (k_sp_code)
                        where f.k_month = 200911 group by rollup (c.company_zh)""", """
                        SELECT {[Measures].[Code malicious arrears]} ON 0 FROM [SP Risk]
                        WHERE ([Time].[Calendar].[2009].[Q4].[200911])"""),
                new Column("R17", Map.of("month", "2009-11", "branch", "香洲"), "区域", "区域", "恶意欠费", "香洲", """
                        select a.area_zh, sum(f.malicious) from f_arrears f
                        join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                        where f.k_month = 200911 and a.branch_zh = '香洲' group by rollup (a.area_zh)""", """
                        SELECT {[Measures].[Malicious arrears]} ON 0 FROM [Arrears]
                        WHERE ([Time].[Calendar].[2009].[Q4].[200911], [Area].[Managed].[Zhuhai].[Xiangzhou])"""));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void equalSqlAndMdx(Column column) throws Exception {
        Map<String, BigDecimal> shown = Documents.column(
                Documents.render(column.id(), column.parameters(), Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX),
                column.sheet(),
                column.key(),
                column.value());

        Map<String, BigDecimal> summed = Documents.sql(column.sql());
        summed.put(column.total(), summed.remove(null));
        assertThat(shown).isNotEmpty().containsExactlyInAnyOrderEntriesOf(summed);
        assertThat(shown.get(column.total())).isEqualByComparingTo(Documents.figure(mdx(column.mdx())));
    }

    private static BigDecimal mdx(String query) throws Exception {
        try (OlapConnection connection = Documents.PROVINCE.connect();
                CellSet cells = connection.createStatement().executeOlapQuery(query)) {
            return new BigDecimal(cells.getCell(List.of(0)).getValue().toString());
        }
    }
}
