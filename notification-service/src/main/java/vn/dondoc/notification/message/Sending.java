package vn.dondoc.notification.message;

import org.jspecify.annotations.Nullable;
import vn.dondoc.notification.rule.Channel;

/**
 * How a message fares on one channel besides the inbox.
 *
 * @param reason why it failed, or was dropped, a stable code
 */
public record Sending(Channel channel, ChannelStatus status, @Nullable String reason) {}
