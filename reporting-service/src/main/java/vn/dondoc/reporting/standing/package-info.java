/** How the whole installation stands, as numbers for whoever watches it. */
@NullMarked
package vn.dondoc.reporting.standing;

import org.jspecify.annotations.NullMarked;
