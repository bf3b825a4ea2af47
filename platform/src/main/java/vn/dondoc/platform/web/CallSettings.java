package vn.dondoc.platform.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many calls a service takes on before it says that it is too many.
 *
 * @param atOnce so many are worked on at once (DONDOC_CALLS_AT_ONCE); fewer than the connections of the driver's pool, which relays, consumers and sweeps need as well
 * @param patience a call waits for its turn so long at most (DONDOC_CALLS_WAIT)
 */
@Validated
@ConfigurationProperties("dondoc.calls")
public record CallSettings(
        @DefaultValue("64") @Min(1) @Max(10_000) int atOnce,
        @DefaultValue("PT1S") Duration patience) {}
