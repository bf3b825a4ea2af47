/** The web application people use: it asks the services with the user's token and holds no business rule. */
@NullMarked
package vn.dondoc.console;

import org.jspecify.annotations.NullMarked;
