/** Plans and drafts written out as documents that read in again without difference. */
@NullMarked
package vn.dondoc.plan.export;

import org.jspecify.annotations.NullMarked;
