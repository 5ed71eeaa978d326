/** {@code ./shapan bench portal}: a running portal as browsers and many users meet it. It knows the portal only by its addresses. */
package org.shapan.benchmarks.portal;
