package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.CubeConnection;
import org.shapan.engine.api.MemberSearch;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.text.Texts;
import org.shapan.reports.crosstab.CrossTab;
import org.shapan.reports.crosstab.PivotRefusedException;
import org.shapan.reports.crosstab.PivotRefusedException.Reason;
import org.shapan.reports.crosstab.PivotSource;
import org.springframework.stereotype.Component;

/**
 * Saved pivots for reports. Whether one may be opened is asked for the account that orders the report, each time anew;
 * members and figures are those of the connection, which has the rights of who reads it.
 */
@Component
class PivotReports implements PivotSource {
    private final SavedPivots pivots;
    private final Accounts accounts;
    private final Texts texts;

    PivotReports(SavedPivots pivots, Accounts accounts, Texts texts) {
        this.pivots = pivots;
        this.accounts = accounts;
        this.texts = texts;
    }

    @Override
    public List<Choice> visible(String login) {
        return accounts.find(login)
                .map(account -> pivots.visible(account.user()).stream()
                        .map(pivot -> new Choice(pivot.id(), pivot.folder(), pivot.name(), pivot.owner()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public CrossTab read(Order order, OlapConnection connection) throws SQLException {
        PortalUser asker =
                accounts.find(order.asker()).map(Accounts.Stored::user).orElseThrow(() -> unknown(order));
        SavedPivot pivot;
        Map<String, List<String>> link;
        try {
            pivot = pivots.find(asker, Long.parseLong(order.pivot()));
            link = pivots.link(asker, pivot.id(), Optional.ofNullable(order.version()));
        } catch (UnknownNameException | NumberFormatException e) {
            throw unknown(order);
        }
        try {
            return run(pivot, link, connection, order.locale());
        } catch (UnknownNameException e) {
            throw new PivotRefusedException(
                    Reason.UNKNOWN_NAME,
                    e.name(),
                    "the saved pivot " + pivot.name() + " names " + e.name()
                            + ", which its reader may not see, or which is gone; save it without that, or send it to others");
        }
    }

    private CrossTab run(SavedPivot pivot, Map<String, List<String>> link, OlapConnection connection, Locale locale)
            throws SQLException {
        PickText.Texts said = (key, parameters) -> texts.getTranslation(key, locale, parameters);
        PivotFields fields = PivotFields.read(connection, PivotLink.cube(link), PivotLink.technical(link));
        PivotModel model = PivotLink.read(link, fields);
        MemberSearch members = connection.unwrap(CubeConnection.class).members();
        Map<String, String> captions = new MemberCaptions(said)
                .read(model, fields, (cube, hierarchy) -> new MemberTree(connection, members, cube, hierarchy));
        try (OlapStatement statement = connection.createStatement()) {
            RelativePeriods.name(captions, model, fields, statement);
            LaidOut result = new PivotQuery(fields, new TotalTexts(texts, locale))
                    .run(statement, model)
                    .laidOut();
            List<String> filters = new ExportFacts(said, fields, captions).filters(model);
            PivotCrossTab.About about = new PivotCrossTab.About(
                    pivot.name(),
                    fields.caption(),
                    pivot.owner(),
                    filters,
                    "/" + PivotLink.ROUTE + "?saved=" + pivot.id(),
                    texts.getTranslation("pivot.trends", locale));
            return new PivotCrossTab(about, result);
        }
    }

    /** Of one that was deleted and of one that is not shared the same is said. */
    private static PivotRefusedException unknown(Order order) {
        String pivot = "the saved pivot " + order.pivot() + (order.version() == null ? "" : " v" + order.version());
        return new PivotRefusedException(
                Reason.UNKNOWN_PIVOT,
                order.pivot(),
                order.asker() == null
                        ? pivot + " cannot be opened without an account; ask for it in the portal"
                        : pivot + " was deleted, or is not shared with " + order.asker()
                                + " any more; save it again, or have it shared, and choose it in the schedule");
    }
}
