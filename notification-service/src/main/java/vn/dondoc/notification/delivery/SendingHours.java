package vn.dondoc.notification.delivery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import vn.dondoc.notification.channel.NotificationProperties;
import vn.dondoc.platform.time.DomainClock;

/** The hours in which somebody may be disturbed, every day, in Asia/Ho_Chi_Minh. */
record SendingHours(LocalTime from, LocalTime until) {

    /** That moment where it is permitted, else the next one that is. */
    Instant onOrAfter(Instant moment) {
        var local = LocalDateTime.ofInstant(moment, DomainClock.ZONE);
        if (new NotificationProperties.Hours(from, until).permits(local.toLocalTime())) {
            return moment;
        }
        var today = local.toLocalDate().atTime(from);
        return (today.isAfter(local) ? today : today.plusDays(1)).atZone(DomainClock.ZONE).toInstant();
    }
}
