package vn.dondoc.reporting.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The stream of changes to open dashboards.
 *
 * @param heartbeat after how long without news a comment keeps the connection (DONDOC_LIVE_HEARTBEAT), 15 s by default
 * @param longest after how long a stream ends and the client connects again, so that rights are looked at anew
 *     (DONDOC_LIVE_LONGEST), 5 minutes by default
 */
@ConfigurationProperties("dondoc.live")
record LiveProperties(@DefaultValue("15s") Duration heartbeat, @DefaultValue("5m") Duration longest) {}
