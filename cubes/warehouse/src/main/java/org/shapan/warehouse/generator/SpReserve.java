package org.shapan.warehouse.generator;

import java.time.LocalDate;
import java.util.List;

/**
 * Business codes that nobody uses in the baseline: they are there for anomalies and decoys that need a code of their own
 * (domain §9.5, P10, D03, D08).
 *
 * @param original the code that {@code copy} copies, an old one with many users
 * @param copy of another company, advertised with the same words at the same price
 * @param campus a code for students
 * @param newcomer a code launched in the last months
 */
record SpReserve(SpRegister.Code original, SpRegister.Code copy, SpRegister.Code campus, SpRegister.Code newcomer) {

    static final int CODES = 3;

    private static final int FIRST_RANK = 5;
    private static final int RANKS = 8;

    /**
     * Takes the codes of the last ranks and changes them in the list.
     *
     * @param byRank places in the list by rank of use
     */
    static SpReserve take(List<SpRegister.Code> codes, int[] byRank, Streams streams) {
        Stream stream = streams.open("sp-reserve", "choice");
        SpRegister.Code last = codes.get(byRank[byRank.length - 1]);
        SpRegister.Code original = null;
        for (int rank = FIRST_RANK; original == null; rank++) {
            SpRegister.Code candidate = codes.get(byRank[rank]);
            boolean fits = candidate.monthly() && candidate.launch() < 0 && candidate.company() != last.company();
            if (fits && (rank >= FIRST_RANK + RANKS || stream.chance(0.3))) {
                original = candidate;
            }
        }
        SpRegister.Code copy =
                reserved(last, original, AnomalyPlan.start(4, stream), SpKeywords.copy(original.keywords()));
        SpRegister.Code second = codes.get(byRank[byRank.length - 2]);
        SpRegister.Code campus = reserved(second, original, -1, second.keywords());
        SpRegister.Code third = codes.get(byRank[byRank.length - 3]);
        SpRegister.Code newcomer = reserved(third, original, AnomalyPlan.start(3, stream), third.keywords());
        for (SpRegister.Code code : List.of(copy, campus, newcomer)) {
            codes.set(code.index(), code);
        }
        return new SpReserve(original, copy, campus, newcomer);
    }

    private static SpRegister.Code reserved(
            SpRegister.Code code, SpRegister.Code like, int launch, List<String> keywords) {
        LocalDate launched =
                launch < 0 ? LocalDate.of(2006, 9, 1) : Months.of(launch).atDay(1);
        return new SpRegister.Code(
                code.index(),
                code.code(),
                code.name(),
                code.company(),
                like.line(),
                like.category(),
                true,
                like.price(),
                like.ceiling(),
                launched,
                launch,
                like.mtPerMo(),
                0,
                keywords);
    }
}
