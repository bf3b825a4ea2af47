package vn.dondoc.notification.intake;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.access.Directory;

/** Looks now and then whether kept events can be addressed by now. */
@Component
class Readdressing {

    private static final Logger LOG = LoggerFactory.getLogger(Readdressing.class);

    private final Unaddressed unaddressed;
    private final Intake intake;
    private final Directory directory;

    Readdressing(Unaddressed unaddressed, Intake intake, Directory directory) {
        this.unaddressed = unaddressed;
        this.intake = intake;
        this.directory = directory;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (!directory.isFresh()) {
            return;
        }
        try {
            var waiting = unaddressed.waiting();
            if (!waiting.isEmpty()) {
                unaddressed.release(waiting, intake.take(waiting));
            }
        } catch (RuntimeException away) {
            LOG.warn("The events without addressees wait a little longer: {}", away.getMessage());
        }
    }
}
