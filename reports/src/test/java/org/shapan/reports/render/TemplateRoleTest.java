package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.olap4j.OlapConnection;
import org.shapan.reports.render.ReportException.Code;

/** A person confined to a branch gets the documents of that branch, whether he names it or not. */
class TemplateRoleTest {
    private static final String OWN = "[Area].[Managed].[Zhuhai].[Xiangzhou]";

    @ParameterizedTest
    @CsvSource({
        "R01, 2010-03-30, 区域, 区域, 办理量",
        "R02, 2010-03, 区域, 区域, 折前收入",
        "R05, 2010-03, 区域, 区域, 实际",
        "R08, 2010-03, 区域, 区域, 净价值",
        "R09, 2010-03, 区域, 区域, 近六月",
        "R11, 2010-03, 区域, 区域, 成本",
        "R13, 2010-03, 区域, 区域, 激活",
        "R14, 2010-03, 区域, 区域, 集团数",
        "R15, 2010-03, 区域, 区域, 异动",
        "R17, 2009-11, 区域, 区域, 恶意欠费",
        "R18, 2010-03, 区域, 区域, 保级"
    })
    void aDocumentHoldsTheOwnBranchOnly(String id, String month, String sheet, String key, String value)
            throws Exception {
        Map<String, String> parameters = new HashMap<>(Map.of(id.equals("R01") ? "day" : "month", month));
        RenderedReport asked =
                Documents.render(id, with(parameters, OWN), Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX);
        try (OlapConnection connection = Documents.PROVINCE.connectIn(OWN)) {
            Map<String, BigDecimal> own = Documents.column(
                    Documents.render(id, parameters, Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX, connection),
                    sheet,
                    key,
                    value);
            String pdf = Documents.text(
                    Documents.render(id, parameters, Locale.SIMPLIFIED_CHINESE, ReportFormat.PDF, connection));

            assertThat(own).isNotEmpty().isEqualTo(Documents.column(asked, sheet, key, value));
            assertThat(pdf).contains("香洲").doesNotContain("斗门", "金湾", "分公司B", "城市B", "全公司　");
        }
    }

    @ParameterizedTest
    @CsvSource({"R01", "R02", "R05", "R08", "R09", "R11", "R13", "R14", "R15", "R17", "R18"})
    void anotherBranchIsUnknown(String id) throws Exception {
        try (OlapConnection connection = Documents.PROVINCE.connectIn(OWN)) {
            assertThatThrownBy(() ->
                            Documents.render(id, Map.of("branch", "斗门"), Locale.CHINA, ReportFormat.PDF, connection))
                    .isInstanceOfSatisfying(
                            ReportException.class, e -> assertThat(e.code()).isEqualTo(Code.UNKNOWN_MEMBER));
        }
    }

    private static Map<String, String> with(Map<String, String> parameters, String branch) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("branch", branch);
        return all;
    }
}
