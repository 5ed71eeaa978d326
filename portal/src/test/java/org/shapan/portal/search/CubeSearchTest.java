package org.shapan.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.CiProvince;

class CubeSearchTest {
    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void anAreaIsFoundByNameByPinyinAndInTheOtherLanguage() throws Exception {
        for (String text : List.of("香洲", "xiangzh", "Xiangzhou")) {
            assertThat(find(text, CiProvince.user(), Locale.CHINESE))
                    .as(text)
                    .filteredOn(found -> found.kind() == Found.Kind.MEMBER)
                    .first()
                    .satisfies(found -> {
                        assertThat(found.name()).isEqualTo("香洲");
                        assertThat(found.remark()).contains("珠海");
                        assertThat(found.href()).startsWith("areas?area=").contains("Xiangzhou");
                    });
        }
    }

    @Test
    void measuresAndCubesLeadToThePivotEachOnce() throws Exception {
        List<Found> found = find("Gross revenue", CiProvince.user(), Locale.ENGLISH);

        assertThat(found)
                .filteredOn(
                        each -> each.kind() == Found.Kind.MEASURE && each.name().equals("Gross revenue"))
                .singleElement()
                .satisfies(each -> assertThat(each.href()).startsWith("pivot?").contains("cube=", "Gross%20revenue"));
        assertThat(find("halls", CiProvince.user(), Locale.ENGLISH))
                .anySatisfy(each -> assertThat(each.kind()).isEqualTo(Found.Kind.CUBE));
        assertThat(found).hasSizeLessThanOrEqualTo(3 * CubeSearch.MOST);
        assertThat(find("  ", CiProvince.user(), Locale.ENGLISH)).isEmpty();
        assertThat(find("]}, {[", CiProvince.user(), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aBranchUserFindsNoOtherBranch() throws Exception {
        assertThat(find("Doumen", CiProvince.user(), Locale.ENGLISH))
                .as("somebody of the whole company")
                .anyMatch(found -> found.name().equals("Doumen") && found.href().contains("Managed"));

        assertThat(find("Doumen", CiProvince.user(BRANCH), Locale.ENGLISH))
                .noneMatch(found -> found.href().contains("Managed"));
        assertThat(find("Xiangzhou", CiProvince.user(BRANCH), Locale.ENGLISH))
                .anyMatch(found -> found.name().equals("Xiangzhou"));
    }

    @Test
    void aBranchUserFindsChannelsOfTheOwnBranchOnly() throws Exception {
        List<Map<String, Object>> outlets =
                province.rows("SELECT DISTINCT c.code, c.channel_en AS name, a.branch_en = 'Xiangzhou' AS own"
                        + " FROM f_channel_cost f JOIN d_channel c USING (k_channel) JOIN d_area a ON a.k_area = f.k_area"
                        + " WHERE open_outlet = 1 AND c.k_channel NOT IN (SELECT k_channel FROM f_channel_cost"
                        + " GROUP BY k_channel HAVING count(DISTINCT k_area) > 1)");
        int own = 0;
        int others = 0;
        for (Map<String, Object> outlet : outlets) {
            boolean mine = (Boolean) outlet.get("own");
            if ((mine ? own++ : others++) < 5) {
                String name = (String) outlet.get("name");
                assertThat(found(name, CiProvince.user())).as("whole company").contains(name);
                if (mine) {
                    assertThat(found(name, CiProvince.user(BRANCH))).contains(name);
                } else {
                    assertThat(found(name, CiProvince.user(BRANCH))).doesNotContain(name);
                }
            }
        }
        assertThat(own).isPositive();
        assertThat(others).isPositive();
    }

    @Test
    void aBranchUserFindsGroupsOfTheOwnBranchOnly() throws Exception {
        List<Map<String, Object>> groups = province.rows(
                "SELECT g.group_en AS name, bool_or(a.branch_en = 'Xiangzhou') AS own FROM f_group f JOIN d_group g USING (k_group)"
                        + " JOIN d_area_leaf USING (k_leaf) JOIN d_area a ON a.k_area = d_area_leaf.k_area"
                        + " WHERE k_month = 201003 GROUP BY ALL");
        int own = 0;
        int others = 0;
        for (Map<String, Object> group : groups) {
            boolean mine = (Boolean) group.get("own");
            if ((mine ? own++ : others++) < 5) {
                String name = (String) group.get("name");
                if (mine) {
                    assertThat(found(name, CiProvince.user(BRANCH))).contains(name);
                } else {
                    assertThat(found(name, CiProvince.user(BRANCH))).doesNotContain(name);
                }
            }
        }
        assertThat(own).isPositive();
        assertThat(others).isPositive();
    }

    private static List<String> found(String text, PortalUser user) throws Exception {
        return find(text, user, Locale.ENGLISH).stream()
                .filter(found -> found.kind() == Found.Kind.MEMBER)
                .map(Found::name)
                .toList();
    }

    private static List<Found> find(String text, PortalUser user, Locale locale) throws Exception {
        return new CubeSearch(province.cubes()).find(text, user, locale);
    }
}
