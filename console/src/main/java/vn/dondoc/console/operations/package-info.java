/** The operator's desk: how the services stand, and the records their consumers put aside. */
@NullMarked
package vn.dondoc.console.operations;

import org.jspecify.annotations.NullMarked;
