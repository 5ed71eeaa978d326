/** The home page (view V01): what stands out in one's own areas, the boards, what was opened last and what is kept at hand. */
package org.shapan.portal.home;
