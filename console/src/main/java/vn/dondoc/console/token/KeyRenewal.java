package vn.dondoc.console.token;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Renews the signing keys when they are old; a life of zero leaves that to whoever keeps the file. */
class KeyRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewal.class);

    private final SigningKeys keys;
    private final Duration life;

    KeyRenewal(SigningKeys keys, Duration life) {
        this.keys = keys;
        this.life = life;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void look() {
        if (life.isZero()) {
            return;
        }
        try {
            keys.renew(life);
        } catch (IllegalStateException unwritable) {
            LOG.warn("The signing keys are old and were not renewed: {}", unwritable.getMessage());
        }
    }
}
