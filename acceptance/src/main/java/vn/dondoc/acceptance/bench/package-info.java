/** What {@code deploy/local/bench} measures: each figure beside its ceiling, which the bare driver or producer reaches in the same run. */
@NullMarked
package vn.dondoc.acceptance.bench;

import org.jspecify.annotations.NullMarked;
