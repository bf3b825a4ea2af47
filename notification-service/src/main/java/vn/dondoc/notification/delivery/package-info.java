/** E-mail leaves from here: claimed, decided at the last moment, sent, tried again, given up with a reason. */
@NullMarked
package vn.dondoc.notification.delivery;

import org.jspecify.annotations.NullMarked;
