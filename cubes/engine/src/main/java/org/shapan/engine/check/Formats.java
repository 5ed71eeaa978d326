package org.shapan.engine.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.CalculatedMemberDefinition;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.MeasureDefinition;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.catalog.VirtualCubeDefinition;
import org.shapan.engine.format.FormatString;

/** Format strings that are refused, or that show no digit of a number, as a misspelt name of a format does: warnings. */
final class Formats implements Rule {
    private static final double NUMBER = 1_234_567.891;
    private static final List<String> NUMBERS =
            List.of("Standard", "Currency", "Fixed", "Percent", "Scientific", "General Number");
    private static final Set<String> WORDS = Set.of("yes/no", "true/false", "on/off");

    @Override
    public void check(Subject subject, Findings findings) {
        for (CubeDefinition cube : subject.definition().cubes()) {
            for (MeasureDefinition measure : cube.measures()) {
                check("measure '" + measure.name() + "'", measure.formatString(), measure.place(), findings);
            }
            calculated(cube.calculatedMembers(), findings);
        }
        for (VirtualCubeDefinition cube : subject.definition().virtualCubes()) {
            calculated(cube.calculatedMembers(), findings);
        }
    }

    private static void calculated(List<CalculatedMemberDefinition> members, Findings findings) {
        for (CalculatedMemberDefinition member : members) {
            check("calculated member '" + member.name() + "'", member.formatString(), member.place(), findings);
        }
    }

    private static void check(String what, String format, Place place, Findings findings) {
        if (format == null || format.isBlank() || WORDS.contains(format.strip().toLowerCase(Locale.ROOT))) {
            return;
        }
        try {
            String shown = FormatString.compile(format, Locale.US).format(NUMBER);
            if (shown.chars().noneMatch(Character::isDigit)) {
                findings.warning(
                        place,
                        what + " has the format '" + format + "', which shows a number as '" + shown + "'",
                        Spelling.remedy(format, NUMBERS, "Write a format with # or 0, such as #,##0.00"));
            }
        } catch (EngineException e) {
            findings.warning(place, what + ": " + e.what(), "Write a shorter format");
        }
    }
}
