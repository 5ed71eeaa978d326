package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Everything in the rapid analysis: the company or service, and what lies below it.
 *
 * @param heat what was asked for by day and hour
 * @param fees information fee by day and hour
 * @param likenesses of the judged code, largest excess first; empty where this person sees none
 */
public record SpAnomalyBoard(SpCompanyBoard of, HeatMap heat, HeatMap fees, List<Likeness> likenesses, SpUsers users) {
    public SpAnomalyBoard {
        requireNonNull(of, "of is null");
        requireNonNull(heat, "heat is null");
        requireNonNull(fees, "fees is null");
        requireNonNull(users, "users is null");
        likenesses = List.copyOf(likenesses);
    }
}
