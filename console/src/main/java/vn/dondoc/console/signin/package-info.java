/** Who is sitting there: sign-in, sessions, lock-out after wrong tries. */
@NullMarked
package vn.dondoc.console.signin;

import org.jspecify.annotations.NullMarked;
