/** People: their names and contacts, who read them, and invitations. */
@NullMarked
package vn.dondoc.console.people;

import org.jspecify.annotations.NullMarked;
