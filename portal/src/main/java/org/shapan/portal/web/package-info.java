/** Plain web matters: caching of static files and the health endpoint. It must never know a view or a cube. */
package org.shapan.portal.web;
