/** The ways to reach people: what is handed to a provider, and what its answers mean. */
@NullMarked
package vn.dondoc.notification.channel;

import org.jspecify.annotations.NullMarked;
