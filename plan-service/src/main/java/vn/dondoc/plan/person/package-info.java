/** People: the one home of names and contacts. Everything else knows an opaque id. */
@NullMarked
package vn.dondoc.plan.person;

import org.jspecify.annotations.NullMarked;
