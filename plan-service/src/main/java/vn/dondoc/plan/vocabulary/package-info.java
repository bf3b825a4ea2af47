/** What people of a commune said that names in their documents stand for. */
@NullMarked
package vn.dondoc.plan.vocabulary;

import org.jspecify.annotations.NullMarked;
