/** The first run: from an empty installation to somebody who administers it. */
@NullMarked
package vn.dondoc.plan.setup;

import org.jspecify.annotations.NullMarked;
