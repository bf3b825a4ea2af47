/** Who somebody is that comes from outside: known to a provider, invited, or reached by a one-time code. */
@NullMarked
package vn.dondoc.console.identity;

import org.jspecify.annotations.NullMarked;
