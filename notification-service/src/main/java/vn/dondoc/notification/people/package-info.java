/** How people are reached, asked of plan-service at the moment of sending and kept nowhere here. */
@NullMarked
package vn.dondoc.notification.people;

import org.jspecify.annotations.NullMarked;
