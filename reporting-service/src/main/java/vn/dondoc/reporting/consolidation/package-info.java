/** Reports of a rule and period put together: figures, drafted texts, sign-off, corrections, documents, and the report upward that it answers. */
@NullMarked
package vn.dondoc.reporting.consolidation;

import org.jspecify.annotations.NullMarked;
