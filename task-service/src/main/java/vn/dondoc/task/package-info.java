/** Assignments: who answers for which task until when, and how far it is. */
@NullMarked
package vn.dondoc.task;

import org.jspecify.annotations.NullMarked;
