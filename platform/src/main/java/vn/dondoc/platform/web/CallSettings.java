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
 * @param atOnce so many calls are worked on at once in each instance, fewer than the 100 connections of its pool to the database, which relays, consumers and sweeps
 *     need as well (DONDOC_CALLS_AT_ONCE). Health, metrics and streams of changes are not counted
 * @param patience others wait so long at most, in a row of eight times as many, then they are sent away: 503 {@code TOO_BUSY} with {@code Retry-After}, before
 *     anything was done (DONDOC_CALLS_WAIT), decision 58
 */
@Validated
@ConfigurationProperties("dondoc.calls")
public record CallSettings(
        @DefaultValue("64") @Min(1) @Max(10_000) int atOnce,
        @DefaultValue("PT1S") Duration patience) {}
