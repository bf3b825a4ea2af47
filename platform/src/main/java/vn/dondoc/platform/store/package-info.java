/** MongoDB: how values are stored, which collections and indexes there are. */
@NullMarked
package vn.dondoc.platform.store;

import org.jspecify.annotations.NullMarked;
