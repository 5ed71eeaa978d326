package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * What a pasted list of members gives.
 *
 * @param found members that the list names, each once
 * @param ambiguous texts that more than one member answers to; none of them is among {@code found}
 * @param missing texts that name no member (or none that the person may see)
 */
record PastedList(List<MemberTree.Choice> found, List<String> ambiguous, List<String> missing) {
    PastedList {
        found = List.copyOf(found);
        ambiguous = List.copyOf(ambiguous);
        missing = List.copyOf(missing);
    }

    /** Finds the members that texts name. */
    interface Lookup {
        Map<String, List<MemberTree.Choice>> named(Collection<String> texts) throws java.sql.SQLException;
    }

    /** The parts of a text: lines and columns of a spreadsheet; a line that is no name is split at commas. */
    static PastedList read(String text, Lookup lookup) throws java.sql.SQLException {
        SequencedSet<String> lines = parts(text, "[\\n\\r\\t;；]+");
        Map<String, List<MemberTree.Choice>> named = lookup.named(lines);
        SequencedSet<String> pieces = new LinkedHashSet<>();
        named.forEach((line, members) -> {
            if (members.isEmpty()) {
                pieces.addAll(parts(line, "[,，、]+"));
            } else {
                pieces.add(line);
            }
        });
        return of(pieces.equals(named.keySet()) ? named : lookup.named(pieces));
    }

    private static PastedList of(Map<String, List<MemberTree.Choice>> named) {
        SequencedSet<MemberTree.Choice> found = new LinkedHashSet<>();
        List<String> ambiguous = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        named.forEach((text, members) -> {
            switch (members.size()) {
                case 0 -> missing.add(text);
                case 1 -> found.add(members.getFirst());
                default -> ambiguous.add(text);
            }
        });
        return new PastedList(new ArrayList<>(found), ambiguous, missing);
    }

    private static SequencedSet<String> parts(String text, String between) {
        SequencedSet<String> parts = new LinkedHashSet<>();
        for (String part : text.split(between)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}
