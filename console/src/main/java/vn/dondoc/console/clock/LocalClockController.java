package vn.dondoc.console.clock;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.console.settings.LocalSecret;

/** Reads and shifts the domain clock; in local only. */
@RestController
@Profile("local")
class LocalClockController {

    private final LocalSecret secret;
    private final DomainClock clock;

    LocalClockController(LocalSecret secret, DomainClock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    record Offset(Duration offset) {}

    record Reading(String offset, String now) {}

    @GetMapping("/local/clock")
    Reading read(@RequestHeader(name = LocalSecret.HEADER, required = false) @Nullable String given) {
        secret.check(given);
        return reading();
    }

    @PutMapping("/local/clock")
    Reading shift(@RequestHeader(name = LocalSecret.HEADER, required = false) @Nullable String given, @RequestBody Offset wanted) {
        secret.check(given);
        clock.shift(wanted.offset());
        return reading();
    }

    private Reading reading() {
        var now = OffsetDateTime.ofInstant(clock.now(), DomainClock.ZONE).truncatedTo(ChronoUnit.SECONDS);
        return new Reading(clock.offset().toString(), now.toString());
    }
}
