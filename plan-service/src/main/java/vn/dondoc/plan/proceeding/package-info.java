/** Meetings with conclusions, and inspections with findings: one family, whose points become directives. */
@NullMarked
package vn.dondoc.plan.proceeding;

import org.jspecify.annotations.NullMarked;
