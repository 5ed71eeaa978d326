package org.shapan.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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

    private static List<Found> find(String text, PortalUser user, Locale locale) throws Exception {
        return new CubeSearch(province.cubes()).find(text, user, locale);
    }
}
