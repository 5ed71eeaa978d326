package org.shapan.engine.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shapan.engine.star.Bakery.names;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parent-child hierarchies and members that are hidden. */
class TreesAndRaggedTest {
    private static final String SELLER = """
            <Dimension name='Seller' foreignKey='seller_id'><Hierarchy hasAll='true' primaryKey='id'><Table name='seller'/>
              <Level name='Seller' column='id' nameColumn='name' parentColumn='boss' nullParentValue='0' uniqueMembers='true'>
                <Property name='Grade' column='grade'/></Level>
            </Hierarchy></Dimension>""";

    private final Bakery bakery = new Bakery();

    @AfterEach
    void close() {
        bakery.close();
    }

    private static Hierarchy first(Cube cube) {
        return cube.hierarchies().get(1);
    }

    @Test
    void membersNestAsTheirParentColumnSays() {
        Hierarchy seller = first(bakery.sales(SELLER));
        Member ada = seller.children(seller.allMember()).get(0);

        assertThat(seller.isParentChild()).isTrue();
        assertThat(names(seller.members(seller.levels().get(1))))
                .containsExactly(
                        "[Seller].[Ada]",
                        "[Seller].[Ada].[Bob]",
                        "[Seller].[Ada].[Cyd]",
                        "[Seller].[Ada].[Cyd].[Dan]",
                        "[Seller].[Ada].[Cyd].[Eve]");
        assertThat(names(seller.children(ada))).containsExactly("[Seller].[Ada].[Bob]", "[Seller].[Ada].[Cyd]");
        assertThat(ada.depth()).isEqualTo(1);
        assertThat(seller.childByKey(null, "5").depth()).isEqualTo(3);
        assertThat(seller.childByKey(null, "5").level()).isSameAs(ada.level());
    }

    @Test
    void factsAreReadAtTheMembersOwnKey() {
        Cube cube = bakery.sales(SELLER);

        assertThat(bakery.sumsBy(cube, first(cube).levels().get(1)))
                .containsExactly(
                        "[Seller].[Ada].[Bob] = 10.50",
                        "[Seller].[Ada].[Cyd] = 10.00",
                        "[Seller].[Ada].[Cyd].[Dan] = 7.50",
                        "[Seller].[Ada].[Cyd].[Eve] = 8.00");
    }

    @Test
    void aDataMemberStandsForTheRowsOfItsOwnerAlone() {
        Hierarchy seller = first(bakery.sales(SELLER));
        Member cyd = seller.childByKey(null, "3");

        StoredMember data = (StoredMember) seller.dataMember(cyd);

        assertThat(data.isDataMember()).isTrue();
        assertThat(data.parent()).isSameAs(cyd);
        assertThat(data.name()).isEqualTo("Cyd");
        assertThat(data.key()).isEqualTo(cyd.key());
        assertThat(data.id()).isNotEqualTo(cyd.id());
        assertThat(seller.member(data.id())).isSameAs(data);
        assertThat(seller.dataMember(data)).isSameAs(data);
        assertThat(seller.children(data)).isEmpty();
    }

    @Test
    void aRowThatIsItsOwnAncestorBecomesARoot() {
        bakery.run(
                "INSERT INTO seller VALUES (6, 'Fay', 7, 'D'), (7, 'Gus', 6, 'D'), (8, 'Hal', 8, 'D'), (9, 'Ida', 99, 'D')");
        Hierarchy seller = first(bakery.sales(SELLER));

        assertThat(names(seller.children(seller.allMember())))
                .containsExactly("[Seller].[Ada]", "[Seller].[Fay]", "[Seller].[Hal]", "[Seller].[Ida]");
        assertThat(names(seller.children(seller.childByKey(null, "6")))).containsExactly("[Seller].[Fay].[Gus]");
    }

    @Test
    void hiddenMembersGiveTheirChildrenToTheNextVisibleAncestor() {
        bakery.run(
                "CREATE TABLE land(id INTEGER, country VARCHAR, state VARCHAR, city VARCHAR, place VARCHAR)",
                "INSERT INTO land VALUES (10, 'Malta', 'Malta', 'Rabat', 'A'), (11, 'Peru', 'Lima', NULL, 'B'), (12, 'Peru', 'Lima', 'Ate', 'C')");
        Cube cube = bakery.sales("""
                <Dimension name='Land' foreignKey='shop_id'><Hierarchy hasAll='true' primaryKey='id'><Table name='land'/>
                  <Level name='Country' column='country' uniqueMembers='true'/>
                  <Level name='State' column='state' hideMemberIf='IfParentsName'/>
                  <Level name='City' column='city' hideMemberIf='IfBlankName'/>
                  <Level name='Place' column='place' uniqueMembers='true'/>
                </Hierarchy></Dimension>""");
        Hierarchy land = first(cube);
        Member malta = land.childByName(land.allMember(), "Malta");
        Member lima = land.childByName(land.childByName(land.allMember(), "Peru"), "Lima");

        assertThat(land.isRagged()).isTrue();
        assertThat(names(land.children(malta))).containsExactly("[Land].[Malta].[Malta].[Rabat]");
        assertThat(land.children(malta).get(0).parent()).isSameAs(malta);
        assertThat(land.childByName(land.childByName(malta, "malta"), "Rabat"))
                .as("found by its unique name")
                .isSameAs(land.children(malta).get(0));
        assertThat(names(land.children(lima)))
                .containsExactly("[Land].[Peru].[Lima].[#null].[B]", "[Land].[Peru].[Lima].[Ate]");
        assertThat(names(land.members(land.levels().get(2)))).containsExactly("[Land].[Peru].[Lima]");
        assertThat(land.levels().get(3).memberCount()).isEqualTo(2);
        StoredMember b = (StoredMember) land.childByKey(null, "B");
        assertThat(b.keyPath(4)).containsExactly("Peru", "Lima", null, "B");
        assertThat(bakery.sumsBy(cube, land.levels().get(3)))
                .containsExactly(
                        "[Land].[Malta].[Malta].[Rabat] = 20.50",
                        "[Land].[Peru].[Lima].[#null] = 7.50",
                        "[Land].[Peru].[Lima].[Ate] = 8.00");
    }

    @Test
    void aTreeCanStandBelowALevel() {
        Cube cube = bakery.sales("""
                <Dimension name='Staff' foreignKey='seller_id'><Hierarchy hasAll='true' primaryKey='id'><Table name='seller'/>
                  <Level name='Grade' column='grade' uniqueMembers='true'/>
                  <Level name='Seller' column='id' nameColumn='name' parentColumn='boss' nullParentValue='0' uniqueMembers='true'/>
                </Hierarchy></Dimension>""");
        Hierarchy staff = first(cube);
        List<Member> grades = staff.children(staff.allMember());

        assertThat(names(grades)).containsExactly("[Staff].[A]", "[Staff].[B]", "[Staff].[C]");
        assertThat(names(staff.children(grades.get(0)))).containsExactly("[Staff].[A].[Ada]");
        // bosses are of other grades, yet the tree is one
        assertThat(staff.levels().get(2).memberCount()).isEqualTo(5);
    }
}
