/** Links from figures of boards into the pivot. It knows the pivot's model, never a board. */
package org.shapan.portal.link;
