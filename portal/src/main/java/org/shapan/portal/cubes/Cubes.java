package org.shapan.portal.cubes;

import java.util.List;
import java.util.Locale;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.shapan.portal.account.PortalUser;

/** The door to the cubes. */
public interface Cubes {
    /**
     * A connection that sees what the person may see: roles and area scope are applied in the engine, so that metadata,
     * members, cells and totals obey the same rule. Captions are in the locale's language.
     *
     * @return a connection the caller closes; it may be used by one thread at a time
     * @throws OlapException where the cubes are not there (yet)
     */
    OlapConnection connect(PortalUser user, Locale locale) throws OlapException;

    /**
     * As {@link #connect(PortalUser, Locale)}, for somebody without an account, such as the recipient of a report.
     *
     * @param areas unique names of members of {@code [Area].[Managed]} whose subtrees may be seen; empty: the whole company
     * @param user name for the query log
     */
    OlapConnection connect(List<String> areas, Locale locale, String user) throws OlapException;
}
