package org.shapan.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shapan.engine.star.Bakery.names;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.catalog.RoleDefinition.Rollup;
import org.shapan.engine.star.Bakery;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** What roles see: grants of cubes, dimensions, hierarchies, levels and members, rollup policies, unions, roles made in code. */
class CatalogAccessTest {
    private static final String BODY = """
            <Dimension name='Place'><Hierarchy hasAll='true' primaryKey='shop_id' primaryKeyTable='shop'>
              <Join leftKey='town_id' rightKey='town_id'><Table name='shop'/><Table name='town'/></Join>
              <Level name='Region' table='town' column='region' uniqueMembers='true'/>
              <Level name='Town' table='town' column='town'/>
              <Level name='Shop' table='shop' column='shop' uniqueMembers='true'/></Hierarchy></Dimension>
            <Cube name='Sales'><Table name='sales'/>
              <DimensionUsage name='Place' source='Place' foreignKey='shop_id'/>
              <Dimension name='Channel'><Hierarchy hasAll='true'><Level name='Channel' column='channel' uniqueMembers='true'/></Hierarchy></Dimension>
              <Dimension name='Seller' foreignKey='seller_id'><Hierarchy hasAll='true' primaryKey='id'><Table name='seller'/>
                <Level name='Seller' column='id' nameColumn='name' parentColumn='boss' nullParentValue='0' uniqueMembers='true'/></Hierarchy></Dimension>
              <Measure name='Amount' column='amount' aggregator='sum'/><Measure name='Quantity' column='qty' aggregator='sum'/></Cube>
            <Cube name='Shops'><Table name='shop'/><DimensionUsage name='Location' source='Place'/>
              <Measure name='Count' column='shop_id' aggregator='count'/></Cube>
            <Cube name='Sellers'><Table name='seller'/><Measure name='Count' column='id' aggregator='count'/></Cube>
            """;

    private static Bakery bakery;

    @BeforeAll
    static void open() {
        bakery = new Bakery();
    }

    @AfterAll
    static void close() {
        bakery.close();
    }

    private static CatalogAccess role(String grants) {
        Catalog catalog =
                bakery.catalog(BODY + "<Role name='R'><SchemaGrant access='none'>" + grants + "</SchemaGrant></Role>");
        return CatalogAccess.named(catalog, List.of("R"));
    }

    private static CubeAccess sales(String grants) {
        return role("<CubeGrant cube='Sales' access='all'>" + grants + "</CubeGrant>")
                .cube("Sales")
                .orElseThrow();
    }

    private static CubeAccess place(String attributes, String members) {
        return sales("<HierarchyGrant hierarchy='[Place]' access='custom' " + attributes + ">" + members
                + "</HierarchyGrant>");
    }

    private static String all(String member) {
        return "<MemberGrant member='" + member + "' access='all'/>";
    }

    private static String none(String member) {
        return "<MemberGrant member='" + member + "' access='none'/>";
    }

    private static Hierarchy hierarchy(CubeAccess access, String name) {
        return access.cube().hierarchies().stream()
                .filter(h -> h.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Member member(CubeAccess access, String... path) {
        Hierarchy hierarchy = hierarchy(access, path[0]);
        Member member = hierarchy.allMember();
        for (int i = 1; i < path.length; i++) {
            member = hierarchy.childByName(member, path[i]);
        }
        return member;
    }

    @Test
    void cubesAreSeenAsGranted() {
        CatalogAccess access = role("<CubeGrant cube='Sales' access='all'/><CubeGrant cube='Shops' access='none'/>");

        assertThat(names(access.cubes())).containsExactly("[Sales]");
        assertThat(access.cube("sales")).isPresent();
        assertThat(access.cube("Shops")).isEmpty();
        assertThat(names(CatalogAccess.full(access.catalog()).cubes()))
                .containsExactly("[Sales]", "[Shops]", "[Sellers]");
    }

    @Test
    void aCubeWithoutRestrictionTakesTheFastPath() {
        assertThat(sales("")).isInstanceOf(FullAccess.class);
    }

    @Test
    void aGrantedMemberShowsItsAncestorsAndAllBelow() {
        CubeAccess access = place("", all("[Place].[West].[Bonn]"));
        Hierarchy place = hierarchy(access, "Place");

        assertThat(names(access.roots(place))).containsExactly("[Place].[All Places]");
        assertThat(names(access.members(place.levels().get(1)))).containsExactly("[Place].[West]");
        assertThat(names(access.children(member(access, "Place", "West", "Bonn"))))
                .containsExactly("[Place].[West].[Bonn].[Nord]", "[Place].[West].[Bonn].[Süd]");
        assertThat(access.canSee(member(access, "Place", "South"))).isFalse();
        assertThat(access.childByName(place, place.allMember(), "South")).isNull();
        assertThat(access.childByKey(place, null, "Mitte")).isNull();
        assertThat(access.childByKey(place, null, "Nord")).isNotNull();
    }

    @Test
    void aDenialHidesAllBelowUntilALaterGrant() {
        CubeAccess access =
                place("", all("[Place].[West]") + none("[Place].[West].[Bonn]") + all("[Place].[West].[Bonn].[Süd]"));

        assertThat(names(access.children(member(access, "Place", "West", "Bonn"))))
                .containsExactly("[Place].[West].[Bonn].[Süd]");
        assertThat(access.canSee(member(access, "Place", "West", "Bonn"))).isTrue();
    }

    @Test
    void aLaterGrantAboveReplacesEarlierOnesBelow() {
        CubeAccess access = place("", none("[Place].[West].[Bonn].[Süd]") + all("[Place].[West]"));

        assertThat(access.canSee(member(access, "Place", "West", "Bonn", "Süd")))
                .isTrue();
    }

    @Test
    void levelsBoundWhatIsSeen() {
        CubeAccess access = place("topLevel='[Place].[Town]' bottomLevel='[Place].[Town]'", "");
        Hierarchy place = hierarchy(access, "Place");

        assertThat(names(access.levels(place))).containsExactly("[Place].[Town]");
        assertThat(names(access.roots(place))).containsExactly("[Place].[South].[Ulm]", "[Place].[West].[Bonn]");
        assertThat(access.children(member(access, "Place", "West", "Bonn"))).isEmpty();
        assertThat(access.parent(member(access, "Place", "West", "Bonn"))).isNull();
        assertThat(access.childByName(place, null, "Bonn").name()).isEqualTo("Bonn");
        assertThat(access.members(place.levels().get(3))).isEmpty();
    }

    @Test
    void aboveATopLevelTheAllMemberStandsForWhatIsSeen() {
        CubeAccess several = place("topLevel='[Place].[Town]'", "");
        CubeAccess one = place("topLevel='[Place].[Town]'", all("[Place].[West].[Bonn]"));
        Hierarchy place = hierarchy(several, "Place");

        assertThat(several.defaultMember(place).isAll()).isTrue();
        assertThat(several.canSee(several.defaultMember(place))).isFalse();
        assertThat(names(several.rollup(place.allMember())))
                .containsExactly("[Place].[South].[Ulm]", "[Place].[West].[Bonn]");
        assertThat(several.restrictsRollup(place)).isTrue();
        assertThat(one.defaultMember(hierarchy(one, "Place")).name()).isEqualTo("Bonn");
    }

    @Test
    void fullRollupIsFromAllRows() {
        CubeAccess access = place("rollupPolicy='full'", all("[Place].[West].[Bonn].[Süd]"));

        assertThat(access.rollup(member(access, "Place", "West"))).isNull();
        assertThat(access.restrictsRollup(hierarchy(access, "Place"))).isFalse();
    }

    @Test
    void partialRollupIsFromTheVisibleParts() {
        CubeAccess access =
                place("rollupPolicy='partial'", all("[Place].[South]") + all("[Place].[West].[Bonn].[Süd]"));

        assertThat(names(access.rollup(member(access, "Place"))))
                .containsExactly("[Place].[South]", "[Place].[West].[Bonn].[Süd]");
        assertThat(names(access.rollup(member(access, "Place", "West"))))
                .containsExactly("[Place].[West].[Bonn].[Süd]");
        assertThat(access.rollup(member(access, "Place", "South"))).isNull();
        assertThat(access.restrictsRollup(hierarchy(access, "Place"))).isTrue();
        assertThat(access.restrictsRollup(hierarchy(access, "Channel"))).isFalse();
    }

    @Test
    void hiddenRollupIsEmptyWhereAnythingIsHidden() {
        CubeAccess access = place("rollupPolicy='hidden'", all("[Place].[South]") + all("[Place].[West].[Bonn].[Süd]"));

        assertThat(access.rollup(member(access, "Place"))).isEmpty();
        assertThat(access.rollup(member(access, "Place", "South"))).isNull();
    }

    @Test
    void rollupCountsBelowTheBottomLevel() {
        CubeAccess access = place(
                "rollupPolicy='partial' bottomLevel='[Place].[Town]'",
                all("[Place].[West]") + none("[Place].[West].[Bonn].[Süd]"));

        assertThat(names(access.rollup(member(access, "Place", "West", "Bonn"))))
                .containsExactly("[Place].[West].[Bonn].[Nord]");
    }

    @Test
    void treesAreRestrictedByMember() {
        CubeAccess access = sales("<HierarchyGrant hierarchy='Seller' access='custom' rollupPolicy='partial'>"
                + none("[Seller].[All Sellers]") + all("[Seller].[Ada].[Cyd].[Dan]") + "</HierarchyGrant>");

        assertThat(names(access.children(member(access, "Seller", "Ada")))).containsExactly("[Seller].[Ada].[Cyd]");
        assertThat(names(access.rollup(member(access, "Seller")))).containsExactly("[Seller].[Ada].[Cyd].[Dan]");
        assertThat(access.canSee(hierarchy(access, "Seller").dataMember(member(access, "Seller", "Ada"))))
                .isTrue();
    }

    @Test
    void dimensionsAndHierarchiesAreHidden() {
        CubeAccess access = sales("<DimensionGrant dimension='[Channel]' access='none'/>");

        assertThat(access.canSee(hierarchy(access, "Channel"))).isFalse();
        assertThat(access.levels(hierarchy(access, "Channel"))).isEmpty();
        assertThat(access.canSee(hierarchy(access, "Place"))).isTrue();
        assertThat(access.defaultMember(hierarchy(access, "Channel")).isAll()).isTrue();
    }

    @Test
    void aCustomCubeShowsOnlyWhatIsGranted() {
        CubeAccess access =
                role("<CubeGrant cube='Sales' access='custom'><DimensionGrant dimension='[Measures]' access='all'/>"
                                + "<HierarchyGrant hierarchy='[Place]' access='all'/></CubeGrant>")
                        .cube("Sales")
                        .orElseThrow();

        assertThat(access.canSee(access.cube().measures())).isTrue();
        assertThat(access.canSee(hierarchy(access, "Place"))).isTrue();
        assertThat(access.canSee(hierarchy(access, "Channel"))).isFalse();
    }

    @Test
    void measuresAreGrantedAsMembers() {
        CubeAccess access = sales("<HierarchyGrant hierarchy='[Measures]' access='custom'>"
                + all("[Measures].[Quantity]") + "</HierarchyGrant>");

        assertThat(names(access.roots(access.cube().measures()))).containsExactly("[Measures].[Quantity]");
        assertThat(access.defaultMember(access.cube().measures()).name()).isEqualTo("Quantity");
        assertThat(access.restrictsRollup(access.cube().measures())).isFalse();
    }

    @Test
    void aUnionSeesWhatAnyOfItsRolesSees() {
        String start =
                "<SchemaGrant access='none'><CubeGrant cube='Sales' access='all'><HierarchyGrant hierarchy='[Place]' access='custom' rollupPolicy=";
        String end = "</HierarchyGrant></CubeGrant></SchemaGrant></Role>";
        Catalog catalog = bakery.catalog(BODY
                + "<Role name='A'>" + start + "'hidden'>" + all("[Place].[South]") + end
                + "<Role name='B'>" + start + "'partial'>" + all("[Place].[West].[Bonn].[Süd]") + end
                + "<Role name='AB'><Union><RoleUsage roleName='A'/><RoleUsage roleName='B'/></Union></Role>"
                + "<Role name='Boss'><SchemaGrant access='all'/></Role>");

        for (List<String> names : List.of(List.of("A", "B"), List.of("AB"))) {
            CubeAccess access =
                    CatalogAccess.named(catalog, names).cube("Sales").orElseThrow();
            assertThat(names(access.rollup(member(access, "Place"))))
                    .containsExactly("[Place].[South]", "[Place].[West].[Bonn].[Süd]");
            assertThat(access.canSee(member(access, "Place", "West", "Bonn", "Nord")))
                    .isFalse();
        }
        assertThat(CatalogAccess.named(catalog, List.of("A", "Boss"))
                        .cube("Sales")
                        .orElseThrow())
                .isInstanceOf(FullAccess.class);
    }

    @Test
    void aScopeHoldsInEveryCubeAndHidesThoseItCannotRestrict() {
        Catalog catalog = bakery.catalog(BODY);

        CatalogAccess access = CatalogAccess.of(
                catalog,
                List.of(ScopeRole.of(
                        catalog,
                        "manager of the South",
                        List.of(new ScopeRole.Scope(
                                List.of("[Place]", "[Location]"),
                                Rollup.PARTIAL,
                                List.of("[Place].[South]"),
                                List.of("[Channel]", "[Nowhere]"))))));

        assertThat(names(access.cubes())).containsExactly("[Sales]", "[Shops]");
        CubeAccess sales = access.cube("Sales").orElseThrow();
        assertThat(names(sales.children(member(sales, "Place")))).containsExactly("[Place].[South]");
        CubeAccess shops = access.cube("Shops").orElseThrow();
        assertThat(names(shops.children(member(shops, "Location")))).containsExactly("[Location].[South]");
        assertThat(sales.cube().hierarchies().stream()
                        .filter(h -> !sales.canSee(h))
                        .map(h -> h.dimension().name()))
                .containsExactly("Channel");
    }

    @Test
    void grantsThatNameNothingAreErrors() {
        assertThat(failure(() -> place("", all("[Place].[East]")))).hasMessageContaining("no member '[Place].[East]'");
        assertThat(failure(() -> place("topLevel='[Place].[Land]'", "")))
                .hasMessageContaining("no level '[Place].[Land]'");
        assertThat(failure(() -> sales("<HierarchyGrant hierarchy='[Nothing]' access='all'/>")))
                .hasMessageContaining("no hierarchy '[Nothing]'");
        assertThat(failure(() -> sales("<DimensionGrant dimension='[Nothing]' access='all'/>")))
                .hasMessageContaining("no dimension '[Nothing]'");
        assertThat(failure(() -> role("<CubeGrant cube='Nothing' access='all'/>")))
                .hasMessageContaining("no cube 'Nothing'");
        assertThat(failure(() -> CatalogAccess.named(bakery.catalog(BODY), List.of("Nobody")))
                        .code())
                .isEqualTo(OlapErrorCode.CONNECTION);
    }

    @Test
    void aRoleMadeOfItselfIsRefused() {
        Catalog catalog = bakery.catalog(BODY + "<Role name='A'><Union><RoleUsage roleName='B'/></Union></Role>"
                + "<Role name='B'><Union><RoleUsage roleName='A'/></Union></Role>");

        assertThat(failure(() -> CatalogAccess.named(catalog, List.of("A"))))
                .hasMessageContaining("made of itself: A → B");
    }

    private static EngineException failure(ThrowingCallable call) {
        EngineException e = catchThrowableOfType(EngineException.class, call);
        assertThat(e).isNotNull();
        return e;
    }
}
