package org.shapan.portal.reports;

import java.util.List;
import java.util.Optional;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.frame.HomeCard;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.shapan.portal.widget.Icon;
import org.shapan.reports.delivery.Outcome;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The schedules that are a person's own or send to the person, with when they fire next and how they went last; the next one first. */
@Component
@OnWarehouse
@Order(20)
class ReportsAtHome implements HomeCard {
    private final ReportCentre centre;
    private final Texts texts;

    ReportsAtHome(ReportCentre centre, Texts texts) {
        this.centre = centre;
        this.texts = texts;
    }

    @Override
    public String title() {
        return "home.reports";
    }

    @Override
    public String all() {
        return "reports?tab=mine";
    }

    @Override
    public List<Line> lines(PortalUser user, Language language) {
        return centre.schedules(user).stream()
                .filter(entry -> centre.isSubscription(entry.schedule(), user))
                .map(entry -> new Line(
                        Icon.REPORTS,
                        entry.schedule().templateId() + " " + entry.schedule().name(),
                        remark(entry, language),
                        UriComponentsBuilder.fromPath("reports")
                                .queryParam("tab", "mine")
                                .queryParam(
                                        ReportsView.SCHEDULE, entry.schedule().id())
                                .encode()
                                .toUriString()))
                .toList();
    }

    /** How it went last, then when it fires next. */
    private String remark(ReportCentre.Entry entry, Language language) {
        Optional<String> last =
                entry.last().map(Outcome::of).map(outcome -> texts.get(language, OutcomeMarks.textKey(outcome)));
        Optional<String> next = entry.next().map(at -> Times.moment(at, centre.zone()));
        return (last.orElse("") + " " + next.orElse("")).strip();
    }
}
