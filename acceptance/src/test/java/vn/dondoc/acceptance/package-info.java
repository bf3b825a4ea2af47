/** The whole through its real parts: services as processes that are killed, and the path as people walk it. */
@NullMarked
package vn.dondoc.acceptance;

import org.jspecify.annotations.NullMarked;
