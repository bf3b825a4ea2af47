/** Drafts: what was read of a document, corrected by a person until it can be published. */
@NullMarked
package vn.dondoc.plan.draft;

import org.jspecify.annotations.NullMarked;
