package vn.dondoc.platform.time;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.platform.access.LocalSecret;

/** Shifts the domain clock of this service; exists in local only. */
@RestController
@RequestMapping("/local/clock")
class LocalClockController {

    private final DomainClock clock;
    private final LocalSecret secret;

    LocalClockController(DomainClock clock, LocalSecret secret) {
        this.clock = clock;
        this.secret = secret;
    }

    @GetMapping
    Reading read(@RequestHeader(name = LocalSecret.HEADER, required = false) @Nullable String given) {
        secret.require(given);
        return reading();
    }

    @PutMapping
    Reading shift(@RequestHeader(name = LocalSecret.HEADER, required = false) @Nullable String given, @RequestBody Shift shift) {
        secret.require(given);
        clock.shiftTo(shift.offset());
        return reading();
    }

    private Reading reading() {
        return new Reading(clock.offset(), OffsetDateTime.ofInstant(clock.instant(), DomainClock.ZONE));
    }

    record Shift(Duration offset) {}

    record Reading(Duration offset, OffsetDateTime now) {}
}
