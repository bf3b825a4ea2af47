/** From a draft that is ready to a plan with all its parts: a stored process that is gone on with until it is done. */
@NullMarked
package vn.dondoc.plan.publication;

import org.jspecify.annotations.NullMarked;
