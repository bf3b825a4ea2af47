/** That histories are as they were written: heads of their hash chains are anchored each day, and a verification walks them all. */
@NullMarked
package vn.dondoc.platform.audit;

import org.jspecify.annotations.NullMarked;
