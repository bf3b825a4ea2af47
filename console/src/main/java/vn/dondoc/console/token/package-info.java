/** Signs the short-lived tokens with which the services know the user. */
@NullMarked
package vn.dondoc.console.token;

import org.jspecify.annotations.NullMarked;
