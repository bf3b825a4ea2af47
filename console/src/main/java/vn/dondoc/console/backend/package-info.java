/** Calls of the services in the name of the user. */
@NullMarked
package vn.dondoc.console.backend;

import org.jspecify.annotations.NullMarked;
