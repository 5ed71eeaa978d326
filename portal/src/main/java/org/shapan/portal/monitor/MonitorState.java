package org.shapan.portal.monitor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.shapan.portal.board.ScopedState;
import org.shapan.portal.board.UrlParameters;

/**
 * What a page shows, as it stands in the URL. Nulls mean the default: latest month, the top of what the person may see.
 *
 * @param period {@code 201003}
 * @param area unique name of a member of the area hierarchy
 */
public record MonitorState(String period, String area, MonitorPage page) implements ScopedState<MonitorState> {
    public MonitorState {
        requireNonNull(page, "page is null");
    }

    /**
     * Reads query parameters; whether the names exist is for the presenter to find out.
     *
     * @param pages those of the view, its first one is the default
     */
    public static MonitorState parse(Map<String, List<String>> parameters, List<MonitorPage> pages) {
        return new MonitorState(
                UrlParameters.first(parameters, "period"),
                UrlParameters.first(parameters, "area"),
                MonitorPage.ofCode(UrlParameters.first(parameters, "view"), pages));
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters(List<MonitorPage> pages) {
        return UrlParameters.of("period", period, "area", area, "view", page == pages.getFirst() ? null : page.code());
    }

    @Override
    public MonitorState withPeriod(String other) {
        return new MonitorState(other, area, page);
    }

    @Override
    public MonitorState withArea(String other) {
        return new MonitorState(period, other, page);
    }

    public MonitorState withPage(MonitorPage other) {
        return new MonitorState(period, area, other);
    }
}
