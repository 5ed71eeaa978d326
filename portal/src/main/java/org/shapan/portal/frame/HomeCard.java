package org.shapan.portal.frame;

import java.util.List;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.text.Language;
import org.shapan.portal.widget.Icon;

/** What a room that the home page does not know puts there for a person, as a list of links. A bean; {@code @Order} says its place. */
public interface HomeCard {
    /**
     * A line of the card.
     *
     * @param remark small text at the right, may be empty
     * @param link relative to the portal
     */
    record Line(Icon icon, String text, String remark, String link) {}

    /** Key of the title in the texts. */
    String title();

    /** Where all of them are listed, relative to the portal; null for nowhere. */
    String all();

    /** What concerns the person, the most important first; empty for nothing, and then there is no card. Blocking and quick. */
    List<Line> lines(PortalUser user, Language language);
}
