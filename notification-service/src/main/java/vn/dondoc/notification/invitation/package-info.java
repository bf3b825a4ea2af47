/** Sends invitations: whoever is invited gets a link, by short message or by e-mail, sooner or later. */
@NullMarked
package vn.dondoc.notification.invitation;

import org.jspecify.annotations.NullMarked;
