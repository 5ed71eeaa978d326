package org.shapan.portal.pivot;

import java.util.Comparator;
import java.util.List;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.frame.HomeCard;
import org.shapan.portal.text.Language;
import org.shapan.portal.widget.Icon;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The pivots that a person keeps, and those that others share with the person; what was saved last comes first, own ones before. */
@Component
@Order(10)
class PivotsAtHome implements HomeCard {
    private final SavedPivots pivots;

    PivotsAtHome(SavedPivots pivots) {
        this.pivots = pivots;
    }

    @Override
    public String title() {
        return "home.pivots";
    }

    @Override
    public String all() {
        return null;
    }

    @Override
    public List<Line> lines(PortalUser user, Language language) {
        return pivots.visible(user).stream()
                .sorted(Comparator.comparing((SavedPivot pivot) -> isOwn(pivot, user))
                        .thenComparing(SavedPivot::savedAt)
                        .reversed())
                .map(pivot -> new Line(
                        Icon.PIVOT,
                        pivot.name(),
                        isOwn(pivot, user) ? pivot.folder() : pivot.owner(),
                        PivotLink.ROUTE + "?" + PivotKeeping.SAVED + "=" + pivot.id()))
                .toList();
    }

    /** An administrator may change what others keep; it is theirs all the same. */
    private static boolean isOwn(SavedPivot pivot, PortalUser user) {
        return pivot.mine() && pivot.owner().equals(user.name());
    }
}
