package vn.dondoc.notification.channel;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the number in an answer of Zalo means; it comes in an answer of status 200. Numbers as users have noted them down, to be compared. */
final class ZaloErrors {

    static final String TOKEN = "ZALO_TOKEN_REFUSED";
    static final String QUOTA = "ZALO_QUOTA";
    static final String NOT_REACHED = "ZALO_NOT_REACHED";
    private static final Logger LOG = LoggerFactory.getLogger(ZaloErrors.class);
    private static final Duration QUOTA_PAUSE = Duration.ofHours(1);

    private ZaloErrors() {}

    static Answer of(int error) {
        if (error != 0) {
            LOG.warn("Zalo answered with error {}", error);
        }
        return switch (error) {
            case 0 -> new Answer.Taken();
            case -124, -216 -> new Answer.Away(TOKEN);
            case -32 -> new Answer.Away("ZALO_TOO_MANY");
            // of the account or of the template, by the day; and too little money for more
            case -115, -126, -137, -144, -147, -211 -> new Answer.Away(QUOTA, true, QUOTA_PAUSE);
            case -133 -> new Answer.Away("ZALO_NIGHT", true, QUOTA_PAUSE);
            case -109, -117, -121, -131, -132, -151 -> new Answer.Away("ZALO_TEMPLATE_REFUSED");
            case -108 -> new Answer.Refused("ZALO_NUMBER_REFUSED");
            // of the account's own messages: does not follow, has blocked it, has not written to it for too long
            case -114, -118, -119, -139, -140, -141, -201, -213, -217, -227, -230, -232 -> new Answer.Refused(NOT_REACHED);
            default -> Answer.Away.thisOne("ZALO_ERROR");
        };
    }
}
