/** How a person wants to be told: the hour of the digest, and what is not to disturb. */
@NullMarked
package vn.dondoc.notification.preference;

import org.jspecify.annotations.NullMarked;
