package org.shapan.warehouse.generator;

import java.util.List;

/**
 * A campaign.
 *
 * @param theme place in {@link CampaignRegister#THEMES}
 * @param offer place in {@link CampaignRegister#OFFERS}
 * @param brand brand it is for, or {@link #ANY}
 * @param size customers its first wave aims at
 * @param pull how much more those order whose bills will rise
 * @param spCode business code it advertises, or null
 */
record Campaign(
        String code,
        Names name,
        int theme,
        int offer,
        int brand,
        int size,
        double pull,
        String spCode,
        List<Wave> waves) {

    static final int ANY = -1;

    /** Whom a wave after the first aims at, of those whom the wave before aimed at. */
    enum Rest {
        /** Those who have not ordered. */
        OPEN,
        /** Those who were not reached. */
        NOT_REACHED,
        /** Those who were reached in any wave before and have not ordered. */
        REACHED
    }

    /**
     * A wave, within one month.
     *
     * @param firstDay first day of the month on which customers are addressed, from 1
     * @param contest whether agents compete, so that they reach more from week to week
     */
    record Wave(int number, CampaignType type, int month, int firstDay, int lastDay, Rest rest, boolean contest) {}

    String waveCode(Wave wave) {
        return code + "-" + wave.number();
    }
}
