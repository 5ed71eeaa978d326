package org.shapan.portal.frame;

/** A component that stands in the top bar, before the language and the user; rooms that the frame does not know bring theirs. */
public interface TopTool {}
