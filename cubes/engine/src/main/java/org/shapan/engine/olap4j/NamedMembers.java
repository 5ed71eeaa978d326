package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.star.Member;

/** Finds members by texts that name them as a whole; each member is looked at once, whatever the number of texts. */
final class NamedMembers {
    private final Set<Locale> locales;
    private final Map<String, String> sought = new LinkedHashMap<>();
    private final Map<String, Set<Member>> byName = new HashMap<>();
    private final Map<String, Set<Member>> byProperty = new HashMap<>();

    /** @param locales in which captions are compared */
    NamedMembers(Collection<String> texts, Set<Locale> locales) {
        this.locales = locales;
        texts.forEach(text -> sought.put(text.strip(), folded(text.strip())));
        sought.values().forEach(text -> {
            byName.put(text, new LinkedHashSet<>());
            byProperty.put(text, new LinkedHashSet<>());
        });
    }

    /** @param properties names of what the catalog declares for the member's level */
    void look(Member member, List<String> properties) {
        note(byName, member.name(), member);
        note(byName, member.uniqueName(), member);
        note(byName, member.key(), member);
        locales.forEach(locale -> note(byName, member.caption(locale), member));
        properties.forEach(property -> note(byProperty, member.property(property), member));
    }

    private static void note(Map<String, Set<Member>> known, Object text, Member member) {
        Set<Member> members = text == null ? null : known.get(folded(text.toString()));
        if (members != null) {
            members.add(member);
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** For each text its members; a property counts only where it tells one member from all others. */
    Map<String, List<Member>> members() {
        Map<String, List<Member>> found = new LinkedHashMap<>();
        sought.forEach((text, folded) -> {
            Set<Member> named = byName.get(folded);
            Set<Member> told = byProperty.get(folded);
            found.put(text, new ArrayList<>(named.isEmpty() && told.size() == 1 ? told : named));
        });
        return found;
    }
}
