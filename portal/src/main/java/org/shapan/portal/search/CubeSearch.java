package org.shapan.portal.search;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.olap4j.OlapConnection;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberSearch;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.cubes.LocatedSearch;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.PivotLink;
import org.shapan.portal.pivot.PivotModel;

/** Finds cubes, measures and members by name, caption or pinyin, as far as the person's role shows them. Blocking. */
public final class CubeSearch {
    /** Most things of a kind. */
    static final int MOST = 6;

    private static final String AREAS = "[Area].[Managed]";
    private static final String COMPANIES = "[SP].[Company]";

    private final Cubes cubes;

    public CubeSearch(Cubes cubes) {
        this.cubes = requireNonNull(cubes, "cubes is null");
    }

    /** Members, measures, then cubes; at most {@link #MOST} of a kind; nothing for a blank text. */
    public List<Found> find(String text, PortalUser user, Locale locale) throws SQLException {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        try (OlapConnection connection = cubes.connect(user, locale)) {
            List<Cube> seen = connection.getOlapSchema().getCubes().stream()
                    .filter(Cube::isVisible)
                    .toList();
            List<Found> found = new ArrayList<>(members(LocatedSearch.of(connection, user), seen, wanted));
            found.addAll(measures(seen, wanted));
            seen.stream()
                    .filter(cube -> matches(wanted, cube.getName(), cube.getCaption()))
                    .limit(MOST)
                    .forEach(cube -> found.add(new Found(
                            Found.Kind.CUBE, cube.getCaption(), cube.getName(), href(PivotModel.of(cube.getName())))));
            return found;
        }
    }

    private static boolean matches(String wanted, String... names) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return Stream.of(names)
                .anyMatch(name -> name != null && name.toLowerCase(Locale.ROOT).contains(lower));
    }

    /** A measure that stands in several cubes is listed once, of the first. */
    private static Collection<Found> measures(List<Cube> seen, String wanted) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Cube cube : seen) {
            for (Measure measure : cube.getMeasures()) {
                if (found.size() < MOST
                        && measure.isVisible()
                        && matches(wanted, measure.getName(), measure.getCaption())) {
                    found.putIfAbsent(
                            measure.getName(),
                            new Found(
                                    Found.Kind.MEASURE,
                                    measure.getCaption(),
                                    cube.getCaption(),
                                    href(PivotModel.of(cube.getName())
                                            .withMeasures(List.of(measure.getUniqueName())))));
                }
            }
        }
        return found.values();
    }

    /** A member of a dimension that several cubes share, or that stands in several roles, is listed once. */
    private static Collection<Found> members(MemberSearch search, List<Cube> seen, String wanted) throws SQLException {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Cube cube : seen) {
            for (Member member : search.search(cube, wanted, 0, MOST).members()) {
                if (found.size() < MOST && !(member instanceof Measure)) {
                    String place = place(member);
                    found.putIfAbsent(
                            member.getCaption() + place,
                            new Found(Found.Kind.MEMBER, member.getCaption(), place, href(cube, member)));
                }
            }
        }
        return found.values();
    }

    /** What the member is, and where it lies. */
    private static String place(Member member) {
        Member parent = member.getParentMember();
        String level = member.getLevel().getCaption();
        return parent == null || parent.isAll() ? level : level + " · " + parent.getCaption();
    }

    /** An area and a service provider lead to their boards, any other member to the pivot. */
    private static String href(Cube cube, Member member) {
        String hierarchy = member.getHierarchy().getUniqueName();
        if (hierarchy.equals(AREAS)) {
            return link("areas", Map.of("area", member.getUniqueName()));
        }
        if (hierarchy.equals(COMPANIES) && member.getLevel().getName().equals("Company")) {
            return link("sp/company", Map.of("company", member.getName()));
        }
        if (hierarchy.equals(COMPANIES) && member.getLevel().getName().equals("Code")) {
            return link("sp/company", Map.of("company", member.getParentMember().getName(), "code", member.getName()));
        }
        AxisField rows =
                AxisField.of(hierarchy, member.getLevel().getUniqueName()).pick(List.of(member.getUniqueName()));
        return href(PivotModel.of(cube.getName())
                .withAxes(List.of(rows), List.of())
                .withMeasures(List.of(cube.getMeasures().getFirst().getUniqueName())));
    }

    private static String link(String route, Map<String, String> parameters) {
        return new Location(route, QueryParameters.simple(parameters)).getPathWithQueryParameters();
    }

    private static String href(PivotModel model) {
        return new Location(PivotLink.ROUTE, new QueryParameters(PivotLink.write(model))).getPathWithQueryParameters();
    }
}
