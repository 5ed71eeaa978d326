package org.shapan.portal.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;

/**
 * The area and the month that somebody asked for and may see.
 *
 * @param path from the top of what the person may see to the area
 */
public record AskedScope(List<Member> path, BoardMonths months) {
    /** Makes a board of an area and month that are there. */
    @FunctionalInterface
    public interface Boards<B> {
        BoardResult<B> of(AskedScope scope) throws Exception;
    }

    public AskedScope {
        path = List.copyOf(path);
    }

    public Member top() {
        return path.getFirst();
    }

    public Member area() {
        return path.getLast();
    }

    /**
     * The board of the area and month, or what is wrong with them: owners are no areas.
     *
     * @param cube whose areas and months count; null where the person does not see it
     * @param asOf last day of the data
     * @param area unique name, which may come from a URL; null for the top
     * @param period {@code 201003}, which may come from a URL; null for the last month with data
     */
    public static <B> BoardResult<B> find(
            Cube cube, PortalUser user, LocalDate asOf, String area, String period, Boards<B> boards) throws Exception {
        Optional<AreaScope> scope = AreaScope.of(cube, user);
        if (scope.isEmpty()) {
            return new BoardResult.NotVisible<>("");
        }
        List<Member> path = scope.get().path(area);
        if (path.isEmpty() || AreaUnit.level(path.getLast()).isOwner()) {
            return new BoardResult.NotVisible<>(scope.get().top().getCaption());
        }
        BoardMonths months = BoardMonths.of(cube, asOf, period);
        return months.isThere() ? boards.of(new AskedScope(path, months)) : new BoardResult.NoPeriod<>(months.asked());
    }
}
