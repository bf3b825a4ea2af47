/** Directives: work that is given beside the plans, to one or many units or communes at once. */
@NullMarked
package vn.dondoc.plan.directive;

import org.jspecify.annotations.NullMarked;
