/** Units, positions and calendars: taken over as a whole directory, published as their present state. */
@NullMarked
package vn.dondoc.plan.organisation;

import org.jspecify.annotations.NullMarked;
