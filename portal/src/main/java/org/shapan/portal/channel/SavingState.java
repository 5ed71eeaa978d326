package org.shapan.portal.channel;

import java.util.List;
import java.util.Map;
import org.shapan.portal.board.ScopedState;
import org.shapan.portal.board.UrlParameters;

/**
 * What is simulated, as it stands in the URL. Nulls mean the default.
 *
 * @param period {@code 201003}; null for the latest month
 * @param area unique name of an area whose transactions are moved; null for the top of what the person may see
 * @param business name of a business type; null for all that may be diverted
 * @param from name of the channel type whose transactions are moved; null for the one whose move saves most
 * @param to name of the channel type that takes them; null for the one that saves most
 * @param share percent that is moved, 1 to 100
 */
public record SavingState(String period, String area, String business, String from, String to, int share)
        implements ScopedState<SavingState> {
    /** Percent that is moved where nothing else was asked for. */
    public static final int SHARE = 20;

    static final int MOST = 100;

    /** Reads query parameters; whether the names exist is for the presenter to find out. A share that is none is the default. */
    public static SavingState parse(Map<String, List<String>> parameters) {
        return new SavingState(
                UrlParameters.first(parameters, "period"),
                UrlParameters.first(parameters, "area"),
                UrlParameters.first(parameters, "business"),
                UrlParameters.first(parameters, "from"),
                UrlParameters.first(parameters, "to"),
                share(UrlParameters.first(parameters, "share")));
    }

    private static int share(String text) {
        return text != null && text.matches("[1-9][0-9]?|100") ? Integer.parseInt(text) : SHARE;
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        return UrlParameters.of(
                "period", period,
                "area", area,
                "business", business,
                "from", from,
                "to", to,
                "share", share == SHARE ? null : Integer.toString(share));
    }

    @Override
    public SavingState withPeriod(String other) {
        return new SavingState(other, area, business, from, to, share);
    }

    @Override
    public SavingState withArea(String other) {
        return new SavingState(period, other, business, from, to, share);
    }

    public SavingState withBusiness(String other) {
        return new SavingState(period, area, other, from, to, share);
    }

    /** Another origin; what takes the transactions is chosen anew. */
    public SavingState withFrom(String other) {
        return new SavingState(period, area, business, other, null, share);
    }

    public SavingState withTo(String other) {
        return new SavingState(period, area, business, from, other, share);
    }

    public SavingState withShare(int other) {
        return new SavingState(period, area, business, from, to, other);
    }

    /** What has to be loaded, without what is only reckoned. */
    SavingState data() {
        return new SavingState(period, area, null, null, null, SHARE);
    }
}
