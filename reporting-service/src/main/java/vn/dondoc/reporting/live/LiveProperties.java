package vn.dondoc.reporting.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The stream of changes to open dashboards.
 *
 * @param heartbeat after how long without news a comment keeps the connection of a dashboard (DONDOC_LIVE_HEARTBEAT)
 * @param longest how long one stream of changes lasts before the browser opens it anew, and rights are looked at again (DONDOC_LIVE_LONGEST)
 */
@ConfigurationProperties("dondoc.live")
record LiveProperties(@DefaultValue("15s") Duration heartbeat, @DefaultValue("5m") Duration longest) {}
