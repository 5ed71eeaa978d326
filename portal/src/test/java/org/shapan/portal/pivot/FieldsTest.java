package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.pivot.PivotFields.HierarchyField;
import org.shapan.portal.pivot.PivotFields.KpiField;
import org.shapan.portal.pivot.PivotFields.KpiPart;
import org.shapan.portal.pivot.PivotFields.MeasureField;

/** What the field list offers of a cube: groups, folders, KPIs, named sets, properties; and how fields are found. */
class FieldsTest extends OperatedPivot {
    private static final LocalDate AS_OF = LocalDate.of(2010, 3, 31);

    private PivotFields cube(String name) throws Exception {
        return session.open(Map.of("cube", List.of(name)), AS_OF).fields();
    }

    @Test
    void measuresLieInTheirGroupsAndFolders() throws Exception {
        PivotFields fields = cube("Operations");

        assertThat(fields.measures().stream()
                        .map(MeasureField::group)
                        .filter(Objects::nonNull)
                        .distinct())
                .contains("Revenue")
                .hasSizeGreaterThan(1);
        assertThat(cube("Revenue")
                        .measure("[Measures].[Data share]")
                        .orElseThrow()
                        .folder())
                .isEqualTo("Ratios");
    }

    @Test
    void whatTheCatalogHidesIsOfferedWhereItIsWanted() throws Exception {
        String hidden = "[Measures].[Participants lost]";
        PivotFields shown = cube("Campaigns");
        PivotFields all = session.open(Map.of("cube", List.of("Campaigns"), "fields", List.of("all")), AS_OF)
                .fields();
        PivotModel model = PivotModel.of("Campaigns").withMeasures(List.of(hidden));
        PivotModel technical = model.withLook(PivotLook.DEFAULT.withTechnical(true));

        assertThat(shown.measure(hidden)).isEmpty();
        assertThat(shown.hidden()).contains(hidden).isEqualTo(all.hidden());
        assertThat(all.measure(hidden)).isPresent();
        assertThat(PivotLink.read(PivotLink.write(technical), all)).isEqualTo(technical);
        assertThatThrownBy(() -> PivotLink.read(PivotLink.write(model), shown))
                .isInstanceOf(UnknownNameException.class);
        assertThat(run(technical).number(0, 0))
                .isPositive()
                .isEqualTo(run(technical.withMdx("SELECT {" + hidden + "} ON COLUMNS FROM [Campaigns]"))
                        .number(0, 0));
    }

    @Test
    void fieldsAreFoundInBothLanguagesAndByPinyin() throws Exception {
        PivotFields fields = cube("Revenue");

        for (String text : List.of("gross rev", "折前收入", "zqsr")) {
            assertThat(new FieldSearch(fields, text).measures())
                    .as(text)
                    .extracting(MeasureField::uniqueName)
                    .contains(GROSS)
                    .doesNotContain("[Measures].[Discount]");
        }
        assertThat(new FieldSearch(fields, "品牌").hierarchies())
                .extracting(HierarchyField::uniqueName)
                .contains(brand);
        assertThat(new FieldSearch(fields, "area type")
                        .properties(fields.hierarchy(AREA).orElseThrow()))
                .singleElement()
                .satisfies(property -> assertThat(property.level()).isEqualTo(MICRO));
        assertThat(new FieldSearch(fields, "no such field").measures()).isEmpty();
    }

    @Test
    void aKpiGivesValueTargetStateAndTrend() throws Exception {
        PivotFields fields = cube("Arrears");
        KpiField kpi = fields.kpis().stream()
                .filter(k -> k.name().equals("Recovery"))
                .findFirst()
                .orElseThrow();
        List<String> parts =
                kpi.parts().values().stream().map(MeasureField::uniqueName).toList();

        PivotResult result = run(PivotModel.of(fields.cube())
                .put(AREA, BRANCH, PivotModel.Place.ROWS)
                .put(TIME, MONTH, PivotModel.Place.FILTERS)
                .pick(TIME, List.of(MARCH))
                .withMeasures(parts));

        assertThat(kpi.parts()).containsOnlyKeys(KpiPart.values());
        assertThat(kpi.folder()).isEqualTo("Arrears");
        assertThat(result.columns().lines().stream().map(AxisLine::label).skip(1))
                .as("heads of what is only part of the KPI")
                .containsExactly(kpi.caption() + " GOAL", kpi.caption() + " STATUS", kpi.caption() + " TREND");
        for (int row = 0; row < result.rowCount(); row++) {
            double value = result.number(row, 0);
            Double state = Double.isNaN(value) ? Double.NaN : value >= 0.3 ? 1.0 : value >= 0.2 ? 0.0 : -1.0;
            assertThat(result.number(row, 1)).isEqualTo(0.3);
            assertThat(result.number(row, 2)).isEqualTo(state);
        }
    }

    @Test
    void aNamedSetOfTheCatalogStandsOnRows() throws Exception {
        PivotFields.SetField set = cube("Revenue").sets().getFirst();
        PivotModel model = branches.pick(AREA, List.of(set.pick().write()));

        PivotResult result = run(model);

        List<Double> all = numbers(run(branches.pick(AREA, List.of("level " + MICRO)))).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(numbers(result)).isEqualTo(all.subList(0, 10));
    }

    @Test
    void aBranchManagerSeesOnlyOwnMembersOfANamedSet() throws Exception {
        String own = member(run(branches), 0);
        try (PivotSession manager = session(new PortalUser(2, "manager", "Manager", Set.of(), List.of(own)))) {
            PivotFields fields =
                    manager.open(Map.of("cube", List.of("Revenue")), AS_OF).fields();
            PivotResult result = manager.run(
                    branches.pick(AREA, List.of(fields.sets().getFirst().pick().write())));

            assertThat(result.rows().lines())
                    .filteredOn(line -> line.kind() == AxisLine.Kind.DETAIL)
                    .isNotEmpty()
                    .allMatch(line -> line.heads().getLast().member().startsWith(own + "."));
        }
    }

    @Test
    void columnsOfPropertiesHaveDifferentNames() {
        PivotFields.PropertyField level = new PivotFields.PropertyField("[Area].[Managed].[Branch]", "Code", "Code");
        PivotFields.PropertyField other = new PivotFields.PropertyField("[Brand].[Brand].[Brand]", "Code", "Code");
        PivotFields.PropertyField like = new PivotFields.PropertyField("[Brand].[Brand].[Brand]", "Sales", "Sales");
        PivotFields.PropertyField only = new PivotFields.PropertyField("[Brand].[Brand].[Brand]", "Owner", "Owner");
        PivotFields plain = Fixture.fields();
        HierarchyField area = with(plain.hierarchies().getFirst(), List.of(level));
        HierarchyField brands = with(plain.hierarchies().getLast(), List.of(other, like, only));
        PivotFields fields = new PivotFields("Shop", "Shop", plain.measures(), List.of(area, brands));

        assertThat(List.of(
                        fields.propertyName(area, level),
                        fields.propertyName(brands, other),
                        fields.propertyName(brands, like),
                        fields.propertyName(brands, only)))
                .containsExactly("Area Branch · Code", "Brand Brand · Code", "Brand Brand · Sales", "Owner");
    }

    private static HierarchyField with(HierarchyField plain, List<PivotFields.PropertyField> properties) {
        return new HierarchyField(
                plain.uniqueName(),
                plain.caption(),
                plain.dimension(),
                plain.time(),
                plain.all(),
                plain.levels(),
                properties,
                plain.names());
    }

    @Test
    void aPropertyIsAColumnOfTexts() throws Exception {
        HierarchyField area = cube("Revenue").hierarchy(AREA).orElseThrow();
        Calculation type = Calculation.property("Area type", AREA, MICRO, "Area type", GROSS);
        assertThat(area.properties()).anySatisfy(p -> assertThat(p.name()).isEqualTo("Area type"));

        PivotResult result = run(branches.pick(AREA, List.of("level " + MICRO)).withCalculation(type));

        List<String> texts = new ArrayList<>();
        for (int row = 0; row < result.rowCount() - 1; row++) {
            texts.add(result.text(row, 1));
        }
        assertThat(texts).hasSize(numbers(result).size()).doesNotContain("", "#ERR");
        assertThat(result.text(result.rowCount() - 1, 1)).as("at the total").isEmpty();
    }
}
