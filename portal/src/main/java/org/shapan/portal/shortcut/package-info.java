/** What people opened last and what they keep at hand, by account. It knows links and names, never a view or a cube. */
package org.shapan.portal.shortcut;
