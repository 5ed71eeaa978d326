package org.shapan.portal.account;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A signed-in person, the principal of the session.
 *
 * @param login the account name, lower case
 * @param name the name shown to people
 * @param roles role names, such as {@link Roles#ADMIN}; the engine's role is made of them and of the area scope
 * @param areas unique names of the members of {@code [Area].[Managed]} whose subtrees the person may see (domain 1.3);
 *     empty: the whole company
 */
public record PortalUser(long id, String login, String name, Set<String> roles, List<String> areas)
        implements AuthenticatedPrincipal, Serializable {
    public PortalUser {
        requireNonNull(login, "login is null");
        requireNonNull(name, "name is null");
        roles = Set.copyOf(roles);
        areas = List.copyOf(areas);
    }

    @Override
    public String getName() {
        return login;
    }

    public boolean wholeCompany() {
        return areas.isEmpty();
    }
}
