/**
 * Words and figures in the reader's language: message bundles (Chinese and English) and the number formats of the
 * visual language (guide 5). Every view, widget and page may call it. It must never know a view, a cube or a user.
 */
package org.shapan.portal.text;
